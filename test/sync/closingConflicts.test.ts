import assert from 'node:assert/strict';
import { documentTitles, fileBytes, makeFolder } from '../support/documentActs.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('engine: closing conflicts', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  const sync = (direction: 'export' | 'import' | 'both' = 'both'): ReturnType<EngineWorld['engine']['run']> =>
    world.engine.run({ direction });

  /** A document in conflict: "From the platform." there, "From Git." here. */
  const clash = async (path = 'Clash.md'): Promise<string> => {
    const { id } = await world.create('Clash', 'Base.');
    await sync('export');
    const file = await fileBytes(world, 'Clash.md');
    await world.rewrite('Clash', 'From the platform.');
    await world.push({ 'Clash.md': null, [path]: file.replace('Base.', 'From Git.') });
    assert.deepEqual((await sync()).conflicts, [id]);
    return id;
  };

  /** Somebody pushes while the run is about to. */
  const pushMeanwhile = (files: Readonly<Record<string, string>>): void => {
    world.server.fault = {
      url: 'git-receive-pack',
      once: true,
      before: async () => {
        await world.push(files);
      },
    };
  };

  test('both kept while somebody pushes: one copy, not two', async () => {
    const id = await clash();
    pushMeanwhile({ 'theirs.md': 'Theirs.\n' });
    const closed = await world.engine.resolve(id, { keep: 'both' });
    assert.equal(closed.status, 'success', JSON.stringify(closed.error));
    await sync();
    assert.deepEqual(await documentTitles(world), ['Clash', 'Clash (Git)', 'theirs']);
    assert.deepEqual(await world.files(), ['Clash (Git).md', 'Clash.md', 'theirs.md']);
    assert.equal((await sync()).status, 'skipped');
  });

  test('both kept by a standing order while somebody pushes: one copy, not two', async () => {
    await clash();
    pushMeanwhile({ 'theirs.md': 'Theirs.\n' });
    const engine = world.again({ onConflict: 'both' });
    const run = await engine.run({ direction: 'both' });
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.deepEqual(await documentTitles(world), ['Clash', 'Clash (Git)', 'theirs']);
    assert.deepEqual(await world.files(), ['Clash (Git).md', 'Clash.md', 'theirs.md']);
    assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
  });

  test('an edit pushed while the decision is carried out is not overwritten by it', async () => {
    const id = await clash();
    const file = await fileBytes(world, 'Clash.md');
    pushMeanwhile({ 'Clash.md': file.replace('From Git.', 'From Git, later.') });
    const run = await world.engine.resolve(id, { keep: 'platform' });
    assert.deepEqual([run.status, run.conflicts], ['conflict', [id]], JSON.stringify(run));
    assert.match((await world.file('Clash.md')) ?? '', /From Git, later\./u);
    const [record] = await world.engine.conflicts();
    assert.match(record?.git?.text ?? '', /From Git, later\./u);
  });

  test('a merged text reaches both sides although somebody pushes another file', async () => {
    const id = await clash();
    const text = (await fileBytes(world, 'Clash.md')).replace('From Git.', 'Merged.');
    pushMeanwhile({ 'theirs.md': 'Theirs.\n' });
    const closed = await world.engine.resolve(id, { keep: 'text', text });
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    assert.equal(await world.textOf('Clash'), 'Merged.');
    assert.match((await world.file('Clash.md')) ?? '', /Merged\./u);
    assert.deepEqual(await world.engine.conflicts(), []);
  });

  test('a conflict that a standing order closes is no longer listed', async () => {
    await clash();
    const run = await world.again({ onConflict: 'git' }).run({ direction: 'both' });
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.deepEqual(await world.engine.conflicts(), []);
    assert.equal((await world.engine.status({ cached: true })).state, 'in-sync');
  });

  test('a conflict that ends because one side goes back is no longer listed', async () => {
    await clash();
    await world.rewrite('Clash', 'Base.');
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal(await world.textOf('Clash'), 'From Git.');
    assert.deepEqual(await world.engine.conflicts(), []);
  });

  for (const keep of ['platform', 'git', 'both'] as const) {
    test(`moved in Git and in conflict: keeping ${keep} moves the document too`, async () => {
      const id = await clash('Guides/Clash.md');
      const closed = await world.engine.resolve(id, { keep });
      assert.equal(closed.status, 'success', JSON.stringify(closed));
      assert.equal((await world.titled('Clash')).parentId, (await world.titled('Guides')).id);
      assert.equal((await sync()).status, 'skipped');
    });
  }

  test('moved on the platform and in conflict: keeping Git moves the file too', async () => {
    const id = await clash();
    const { id: folder } = await makeFolder(world, 'Guides');
    const { revision } = await world.titled('Clash');
    await world.platform.move(id, 'document', { parentId: folder }, { ifRevision: revision });
    await sync();
    const closed = await world.engine.resolve(id, { keep: 'git' });
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['Guides/Clash.md']);
    assert.match((await world.file('Guides/Clash.md')) ?? '', /From Git\./u);
  });

  test('a merged text with another title renames the document', async () => {
    const id = await clash();
    const text = (await fileBytes(world, 'Clash.md'))
      .replace('From Git.', 'Merged.')
      .replace('title: Clash', 'title: Peace');
    const closed = await world.engine.resolve(id, { keep: 'text', text });
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    assert.equal(await world.textOf('Peace'), 'Merged.');
    await sync();
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['Peace']);
  });
});
