import assert from 'node:assert/strict';
import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';
import type { FileSystem } from '../../server/src/ports/FileSystem.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

/** Node's file system until it is told to fail at a path, as a process does that is killed there. */
class FailingFiles implements FileSystem {
  readonly #files = new NodeFileSystem();
  failAt: ((path: string) => boolean) | undefined;

  read(path: string): ReturnType<FileSystem['read']> {
    return this.#files.read(path);
  }
  write(path: string, bytes: Uint8Array, options?: { readonly mode?: number }): Promise<void> {
    if (this.failAt?.(path) === true) return Promise.reject(new Error(`killed at ${path}`));
    return this.#files.write(path, bytes, options);
  }
  create(path: string, bytes: Uint8Array): Promise<boolean> {
    return this.#files.create(path, bytes);
  }
  remove(path: string): Promise<void> {
    return this.#files.remove(path);
  }
  list(path: string): ReturnType<FileSystem['list']> {
    return this.#files.list(path);
  }
}

suite('engine: interrupted', () => {
  const files = new FailingFiles();
  let world: EngineWorld;

  setup(async () => {
    files.failAt = undefined;
    world = await startEngineWorld({ stateFiles: files });
  });

  teardown(async () => {
    await world.stop();
  });

  const titles = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const entry of world.platform.list(world.subject)) found.push(entry.title);
    return found.sort();
  };

  test('after the platform was written and before the base: nothing is created twice', async () => {
    await world.push({ 'a.md': 'Text of a.\n', 'b.md': '# Heading of b\n\nText.\n' });
    files.failAt = (path) => path.endsWith('base.json');
    const run = await world.engine.run({ direction: 'import' });
    assert.equal(run.status, 'error');
    const made = await titles();
    assert.equal(made.length, 2);

    // Somebody renames and edits one before the next run: only the journal knows that it is b.md.
    const b = await world.titled('Heading of b');
    await world.platform.rename(b.id, 'document', 'Quite another title', { ifRevision: b.revision });
    await world.rewrite('Quite another title', 'Quite another text.');
    files.failAt = undefined;
    const again = await world.again().run({ direction: 'import' });
    assert.deepEqual(again.conflicts, [b.id], JSON.stringify(again));
    assert.deepEqual(await titles(), ['Quite another title', 'a']);
  });

  test('after the commit and before the base: the next run finds both sides in step', async () => {
    await world.create('A', 'Text of A.');
    await world.engine.run({ direction: 'export' });
    await world.rewrite('A', 'Changed.');
    files.failAt = (path) => path.endsWith('base.json');
    assert.equal((await world.engine.run({ direction: 'export' })).status, 'error');
    const head = await world.git('rev-parse', 'main');
    files.failAt = undefined;
    assert.equal((await world.again().run({ direction: 'both' })).status, 'skipped');
    assert.equal(await world.git('rev-parse', 'main'), head);
    await world.rewrite('A', 'Changed again.');
    assert.equal((await world.again().run({ direction: 'both' })).status, 'success');
  });

  test('after both versions were committed and before the platform has the copy: it gets one', async () => {
    const { id } = await world.create('Clash', 'Base.');
    await world.engine.run({ direction: 'export' });
    const file = (await world.file('Clash.md')) ?? '';
    await world.rewrite('Clash', 'From the platform.');
    await world.push({ 'Clash.md': file.replace('Base.', 'From Git.') });
    await world.engine.run({ direction: 'both' });
    files.failAt = (path) => path.includes('/journal/');
    assert.equal((await world.engine.resolve(id, { keep: 'both' })).status, 'error');
    assert.deepEqual(await world.files(), ['Clash (Git).md', 'Clash.md']);
    assert.deepEqual(await titles(), ['Clash']);
    files.failAt = undefined;
    const again = world.again();
    assert.equal((await again.run({ direction: 'both' })).status, 'success');
    assert.equal(await world.textOf('Clash (Git)'), 'From Git.');
    assert.deepEqual(await again.conflicts(), []);
    assert.equal((await again.run({ direction: 'both' })).status, 'skipped');
    assert.deepEqual(await titles(), ['Clash', 'Clash (Git)']);
  });

  test('a run that died is marked interrupted by the next one', async () => {
    await world.create('A', 'Text of A.');
    let runs = 0;
    files.failAt = (path) => path.endsWith('history.json') && ++runs === 2;
    await assert.rejects(world.engine.run({ direction: 'export' }));
    files.failAt = undefined;
    await world.again().run({ direction: 'export' });
    const history = await world.engine.history(5);
    assert.deepEqual(
      history.map((run) => run.error?.code),
      [undefined, 'interrupted'],
    );
  });
});
