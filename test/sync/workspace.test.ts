import assert from 'node:assert/strict';
import { documentTitles } from '../support/documentActs.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('workspace', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  const states = async (): Promise<string[]> =>
    (await world.engine.workspace.list()).map((entry) => `${entry.path} ${entry.state}`);

  test('lists the same paths that an export writes, with how each stands', async () => {
    await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    assert.deepEqual(await states(), ['A.md not-in-git', 'B.md not-in-git']);
    await world.engine.run({ direction: 'export' });
    await world.rewrite('A', 'Changed.');
    const b = (await world.file('B.md')) ?? '';
    await world.push({ 'B.md': `${b} More.\n` });
    await world.engine.status();
    assert.deepEqual(await states(), ['A.md platform-changed', 'B.md git-changed']);
  });

  test('reads what the export wrote, byte for byte', async () => {
    await world.push({ 'Page.md': '*  one\n*  two\n\n\nLast   line' });
    await world.engine.run({ direction: 'import' });
    const { text, readOnly } = await world.engine.workspace.read('Page.md');
    assert.equal(text, '*  one\n*  two\n\n\nLast   line');
    assert.equal(readOnly, false);
  });

  test('saves what was typed and gives it back unchanged; a second save goes on from there', async () => {
    await world.create('A', 'Text of A.');
    const { workspace } = world.engine;
    const opened = await workspace.read('A.md');
    const typed = opened.text.replace('Text of A.', '* typed\n* list');
    const saved = await workspace.write('A.md', typed, { ifRevision: opened.revision });
    assert.equal(saved.text, typed);
    assert.equal(await world.textOf('A'), 'typed\nlist');
    const again = typed.replace('typed', 'typed twice');
    await workspace.write('A.md', again, { ifRevision: saved.revision });
    assert.equal((await workspace.read('A.md')).text, again);
  });

  test('a save that changes the title leaves the file where it is open, and the next save finds it', async () => {
    await world.create('A', 'Text of A.');
    await world.engine.run({ direction: 'both' });
    const { workspace } = world.engine;
    const opened = await workspace.read('A.md');
    const retitled = opened.text.replace('title: A', 'title: B');
    const saved = await workspace.write('A.md', retitled, { ifRevision: opened.revision });
    assert.deepEqual(
      (await workspace.list()).map(({ path, title }) => `${path} ${title}`),
      ['A.md B'],
    );
    await workspace.write('A.md', retitled.replace('Text', 'More text'), { ifRevision: saved.revision });
    assert.deepEqual(await documentTitles(world), ['B']);
    assert.equal(await world.textOf('B'), 'More text of A.');
    await world.engine.run({ direction: 'both' });
    assert.deepEqual(await world.files(), ['B.md']);
    assert.match((await workspace.readSide('git', 'A.md')) ?? '', /More text of A\./u);
    assert.equal((await world.engine.run({ direction: 'both' })).status, 'skipped');

    await workspace.move('A.md', 'C.md');
    assert.deepEqual(await states(), ['C.md platform-changed']);
  });

  test('a new file that states another title than its name is found under its name', async () => {
    const { workspace } = world.engine;
    await workspace.create('Guides/intro.md', '# Welcome\n\nText.\n');
    const { text, revision } = await workspace.read('Guides/intro.md');
    await workspace.write('Guides/intro.md', `${text}\nMore.\n`, { ifRevision: revision });
    assert.deepEqual(await documentTitles(world), ['Welcome']);
    // Somebody else takes the name: both are there.
    await world.create('intro', 'Another.', (await world.titled('Guides')).id);
    const paths = (await workspace.list()).map(({ path }) => path).sort();
    assert.deepEqual(paths, ['Guides', 'Guides/Welcome.md', 'Guides/intro.md']);
    assert.match((await workspace.read('Guides/intro.md')).text, /Another\./u);
  });

  test('a stale save never overwrites', async () => {
    await world.create('A', 'Text of A.');
    const { workspace } = world.engine;
    const opened = await workspace.read('A.md');
    await world.rewrite('A', 'Changed by somebody else.');
    await assert.rejects(
      workspace.write('A.md', `${opened.text}\nMine.\n`, { ifRevision: opened.revision }),
      {
        code: 'stale-revision',
      },
    );
    assert.equal(await world.textOf('A'), 'Changed by somebody else.');
  });

  test('creates, renames, moves and trashes', async () => {
    const { workspace } = world.engine;
    await workspace.create('Guides/New.md', '# New\n\nText.\n');
    await workspace.createFolder('Other');
    assert.equal(await world.textOf('New'), 'New\nText.');
    await workspace.move('Guides/New.md', 'Other/Renamed.md');
    const moved = await world.titled('Renamed');
    assert.equal(moved.parentId, (await world.titled('Other')).id);
    await assert.rejects(workspace.create('Other/Renamed.md', ''), { code: 'path-taken' });
    await assert.rejects(workspace.move('Other/Renamed.md', 'Other/Renamed.txt'), { code: 'read-only' });
    await assert.rejects(workspace.remove('Other'), { code: 'read-only' });
    await workspace.remove('Other/Renamed.md');
    await assert.rejects(world.titled('Renamed'));
    await assert.rejects(workspace.read('Other/Renamed.md'), { code: 'path-not-found' });
  });

  test('gives the sides of a compare', async () => {
    await world.create('A', 'Base.');
    await world.engine.run({ direction: 'export' });
    const file = (await world.file('A.md')) ?? '';
    await world.push({ 'A.md': `${file.replace('Base.', 'In Git.')}\n` });
    await world.rewrite('A', 'On the platform.');
    const { workspace } = world.engine;
    assert.match((await workspace.readSide('base', 'A.md')) ?? '', /Base\./u);
    assert.match((await workspace.readSide('git', 'A.md')) ?? '', /In Git\./u);
    assert.match((await workspace.read('A.md')).text, /On the platform\./u);
    assert.equal(await workspace.readSide('git', 'none.md'), undefined);
  });
});
