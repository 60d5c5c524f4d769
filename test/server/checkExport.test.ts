import assert from 'node:assert/strict';
import { checkFolder } from '../../server/src/language/checkFolder.js';
import { NodeClock } from '../../server/src/node/NodeClock.js';
import { sampleContent } from '../../server/src/platforms/embedded/samples/sampleContent.js';
import { startEngineWorld } from '../support/engineWorld.js';

suite('check', () => {
  test('has nothing to say about what an export of the sample content wrote', async () => {
    const world = await startEngineWorld({ content: sampleContent() });
    try {
      const run = await world.engine.run({ direction: 'export' });
      assert.equal(run.status, 'success');
      const files = await world.files();
      assert.ok(files.length > 30 && files.includes('.meta/meta.json'));
      const findings = await checkFolder(
        {
          // eslint-disable-next-line @typescript-eslint/require-await
          async *list() {
            yield* files;
          },
          read: async (path) => new TextEncoder().encode(await world.git('show', `main:${path}`)),
        },
        { clock: new NodeClock() },
      );
      assert.deepEqual(findings, []);
    } finally {
      await world.stop();
    }
  });
});
