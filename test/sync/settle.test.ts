import assert from 'node:assert/strict';
import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';
import { startEngineWorld } from '../support/engineWorld.js';

/** Node's file system, which remembers what was read. */
class WatchedFiles extends NodeFileSystem {
  readonly seen: string[] = [];

  override read(path: string): ReturnType<NodeFileSystem['read']> {
    this.seen.push(path);
    return super.read(path);
  }
}

suite('settle', () => {
  test('where nothing changed, no stored content is read', async () => {
    const files = new WatchedFiles();
    const world = await startEngineWorld({ stateFiles: files });
    try {
      await world.create('A', 'Text of A.');
      await world.create('B', 'Text of B.');
      await world.engine.run({ direction: 'both' });
      const before = files.seen.length;
      assert.equal((await world.again().run({ direction: 'both' })).status, 'skipped');
      const read = files.seen.slice(before);
      assert.ok(read.some((path) => path.endsWith('base.json')));
      assert.deepEqual(
        read.filter((path) => path.includes('/contents/')),
        [],
      );
    } finally {
      await world.stop();
    }
  });
});
