import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { HttpClient } from '../../server/src/ports/HttpClient.js';
import { startEngineWorld } from '../support/engineWorld.js';

/** Holds back the next listing of documents until it is told to let it go. */
class Gate extends EventEmitter {
  isClosed = false;

  before(client: HttpClient): HttpClient {
    return {
      request: async (request) => {
        const response = await client.request(request);
        if (!this.isClosed || !/\/documents\/filtered/u.test(request.url)) return response;
        this.isClosed = false;
        const open = once(this, 'open');
        this.emit('held');
        await open;
        return response;
      },
    };
  }
}

suite('workspace: a listing that takes its time', () => {
  test('does not hide what was created meanwhile', async () => {
    const gate = new Gate();
    const world = await startEngineWorld({ http: (client) => gate.before(client) });
    try {
      const { workspace } = world.engine;
      await world.create('A', 'Text of A.');
      gate.isClosed = true;
      const held = once(gate, 'held');
      const late = workspace.list();
      await held;
      await workspace.create('New.md', '# New\n');
      gate.emit('open');
      assert.deepEqual(
        (await late).map(({ path }) => path),
        ['A.md'],
      );
      const paths = (await workspace.list({ refresh: false })).map(({ path }) => path);
      assert.deepEqual(paths, ['A.md', 'New.md']);
    } finally {
      await world.stop();
    }
  });
});
