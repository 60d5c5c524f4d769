import assert from 'node:assert/strict';
import {
  documentTitles,
  fileBytes,
  makeFolder,
  moveDocument,
  renameDocument,
} from '../support/documentActs.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('scenarios: both sides at once', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  const sync = (direction: 'export' | 'import' | 'both' = 'both'): ReturnType<EngineWorld['engine']['run']> =>
    world.engine.run({ direction });

  test('edited in Git and moved on the platform: an export alone does not swallow the edit', async () => {
    const made = await makeFolder(world, 'Guides');
    await world.create('Intro', 'Hello.');
    await sync('export');
    const file = (await world.file('Intro.md')) ?? '';
    await world.push({ 'Intro.md': file.replace('Hello.', 'Hello from Git.') });
    await moveDocument(world, 'Intro', made.id);
    await sync('export');
    await sync('import');
    assert.equal(await world.textOf('Intro'), 'Hello from Git.');
    assert.equal((await sync()).status, 'skipped');
  });

  test('edited on the platform and moved in Git: an import alone does not swallow the edit', async () => {
    await world.create('Intro', 'Hello.');
    await sync('export');
    await world.push({ 'Intro.md': null, 'Guides/Intro.md': await fileBytes(world, 'Intro.md') });
    await world.rewrite('Intro', 'Hello from the platform.');
    await sync('import');
    await sync('export');
    assert.match((await world.file('Guides/Intro.md')) ?? '', /Hello from the platform\./u);
    assert.equal((await sync()).status, 'skipped');
  });

  test('keeping both twice keeps three versions', async () => {
    await world.create('Clash', 'Base.');
    await sync('export');
    for (const round of ['one', 'two']) {
      const file = (await world.file('Clash.md')) ?? '';
      const text = await world.textOf('Clash');
      await world.rewrite('Clash', `Platform ${round}.`);
      await world.push({ 'Clash.md': file.replace(text, `Git ${round}.`) });
      await sync();
      const { id } = await world.titled('Clash');
      const run = await world.engine.resolve(id, { keep: 'both' }, {});
      assert.equal(run.status, 'success', JSON.stringify(run));
    }
    const all = await Promise.all((await world.files()).map((path) => world.file(path)));
    for (const text of ['Platform two.', 'Git one.', 'Git two.']) {
      assert.equal(all.filter((one) => one?.includes(text)).length, 1, text);
    }
    assert.equal((await sync()).status, 'skipped');
  });

  test('a copy that is kept never replaces a file', async () => {
    await world.create('Clash', 'Base.');
    await sync('export');
    const file = (await world.file('Clash.md')) ?? '';
    await world.rewrite('Clash', 'Platform.');
    await world.push({ 'Clash.md': file.replace('Base.', 'Git.'), 'Clash (Git).md': 'Mine.\n' });
    await sync();
    const { id } = await world.titled('Clash');
    await world.engine.resolve(id, { keep: 'both' }, {});
    assert.equal(await world.file('Clash (Git).md'), 'Mine.');
  });

  test('a page deleted and added again as it was, is there again', async () => {
    await world.push({ 'Other.md': 'Other.\n', 'Page.md': 'Text.\n', 'In/Deep.md': 'Deep.\n' });
    await sync();
    await world.push({ 'Page.md': null, 'In/Deep.md': null });
    await sync();
    assert.deepEqual(await documentTitles(world), ['Other']);
    await world.push({ 'Page.md': 'Text.\n', 'In/Deep.md': 'Deep.\n' });
    await sync();
    assert.deepEqual(await documentTitles(world), ['Deep', 'Other', 'Page']);
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['In/Deep.md', 'Other.md', 'Page.md']);
  });

  test('a move that has to wait never lets another one take its file', async () => {
    const { id } = await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await sync();
    await moveDocument(world, 'A', (await makeFolder(world, 'Moved')).id);
    await renameDocument(world, 'B', 'A');
    await world.push({ 'A.md': (await fileBytes(world, 'A.md')).replace('Text of A.', 'Git edit of A.') });
    const other = await world.store.accounts.createUser({ name: 'Cy Dee', email: 'cy@example.com' });
    await world.store.accounts.setMember(world.subject, other.id, 'admin');
    await world.store.documents.lock(other.id, id, { force: false });
    const run = await sync();
    assert.equal(run.error?.code, 'items-failed', JSON.stringify(run));
    assert.match((await world.file('A.md')) ?? '', /Git edit of A\./u);
    await world.store.documents.unlock(other.id, id);
    assert.equal((await sync()).status, 'success');
    assert.match((await world.file('Moved/A.md')) ?? '', /Git edit of A\./u);
    assert.match((await world.file('A.md')) ?? '', /Text of B\./u);
    assert.equal((await sync()).status, 'skipped');
  });

  test('deleted in Git and kept on the platform, then added again: no second document', async () => {
    const engine = world.again({ deletions: { toPlatform: 'keep' } });
    await world.create('Page', 'Text.');
    await world.create('Other', 'Text.');
    await engine.run({ direction: 'both' });
    const file = (await world.file('Page.md')) ?? '';
    await world.push({ 'Page.md': null });
    await engine.run({ direction: 'both' });
    await world.push({ 'Page.md': file.replace('Text.', 'Text, edited.') });
    const run = await engine.run({ direction: 'both' });
    assert.deepEqual(await documentTitles(world), ['Other', 'Page'], JSON.stringify(run));
    assert.equal(await world.textOf('Page'), 'Text, edited.');
    assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
  });

  test('swapped titles, and swapped files', async () => {
    await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await sync();
    await renameDocument(world, 'A', 'C');
    await renameDocument(world, 'B', 'A');
    await renameDocument(world, 'C', 'B');
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.match((await world.file('A.md')) ?? '', /Text of B/u);
    assert.match((await world.file('B.md')) ?? '', /Text of A/u);
    const [a, b] = [(await world.file('A.md')) ?? '', (await world.file('B.md')) ?? ''];
    await world.push({ 'A.md': b, 'B.md': a });
    await sync();
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['A', 'B']);
  });

  test('case alone, on either side', async () => {
    await world.create('intro', 'Text.');
    await sync();
    await renameDocument(world, 'intro', 'Intro');
    await sync();
    assert.deepEqual(await world.files(), ['Intro.md']);
    const file = (await world.file('Intro.md')) ?? '';
    await world.push({ 'Intro.md': null, 'INTRO.md': file });
    await sync();
    assert.deepEqual(await world.files(), ['INTRO.md']);
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['Intro']);
  });

  test('folder renamed on the platform while Git adds and edits in it', async () => {
    const made = await makeFolder(world, 'Guides');
    await world.create('Page', 'Text.', made.id);
    await world.create('Other', 'More.', made.id);
    await sync();
    const file = (await world.file('Guides/Page.md')) ?? '';
    await world.platform.rename(made.id, 'folder', 'Manual', {});
    await world.push({ 'Guides/Page.md': file.replace('Text.', 'Edited.'), 'Guides/New.md': 'New.\n' });
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal(await world.textOf('Page'), 'Edited.');
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['New', 'Other', 'Page']);
    assert.equal((await world.files()).length, 3);
    await world.git('fsck', '--full', '--strict');
  });

  test('folder renamed in Git and on the platform', async () => {
    const made = await makeFolder(world, 'Guides');
    await world.create('Page', 'Text.', made.id);
    await world.create('Other', 'More.', made.id);
    await sync();
    const [page, other] = [await world.file('Guides/Page.md'), await world.file('Guides/Other.md')];
    await world.platform.rename(made.id, 'folder', 'Manual', {});
    await world.push({
      'Guides/Page.md': null,
      'Guides/Other.md': null,
      'Handbook/Page.md': page ?? '',
      'Handbook/Other.md': other ?? '',
    });
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
    assert.deepEqual(await world.files(), ['Handbook/Other.md', 'Handbook/Page.md']);
  });

  test('a file becomes a folder', async () => {
    await world.push({ 'A.md': 'Text.\n', 'Z.md': 'Z.\n' });
    await sync();
    await world.push({ 'A.md': null, 'A.md/B.md': 'Text.\n' });
    await sync();
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['A.md/B.md', 'Z.md']);
    assert.deepEqual((await documentTitles(world)).length, 2);
  });

  test('in conflict and renamed: both versions stay until somebody decides', async () => {
    await world.create('Page', 'Text.');
    await sync();
    const { id } = await world.titled('Page');
    await world.rewrite('Page', 'From the platform.');
    await renameDocument(world, 'Page', 'Leaf');
    await world.push({
      'Page.md': null,
      'Sheet.md': (await fileBytes(world, 'Page.md')).replace('Text.', 'From Git.'),
    });
    const run = await sync();
    assert.deepEqual(run.conflicts, [id], JSON.stringify(run));
    assert.match((await world.file('Sheet.md')) ?? '', /From Git\./u);
    assert.equal(await world.textOf('Leaf'), 'From the platform.');
    assert.deepEqual((await sync()).conflicts, [id]);
    const closed = await world.engine.resolve(id, { keep: 'both' }, {});
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    const last = await sync();
    assert.equal(last.status, 'skipped', JSON.stringify(last));
    const texts = await Promise.all((await world.files()).map((path) => world.file(path)));
    for (const text of ['From the platform.', 'From Git.']) {
      assert.equal(texts.filter((one) => one?.includes(text)).length, 1, text);
    }
    assert.equal((await documentTitles(world)).length, 2);
  });
});
