import assert from 'node:assert/strict';
import { documentTitles, fileBytes, makeFolder, renameDocument } from '../support/documentActs.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('scenarios: what takes part', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  const sync = (direction: 'export' | 'import' | 'both' = 'both'): ReturnType<EngineWorld['engine']['run']> =>
    world.engine.run({ direction });

  test('a folder of the platform never replaces a file of its name', async () => {
    await world.push({ LICENSE: 'Ours.\n', 'Keep.md': 'Keep.\n' });
    await sync();
    const made = await makeFolder(world, 'LICENSE');
    await world.create('Inside', 'Text.', made.id);
    const run = await sync();
    assert.equal(await world.file('LICENSE'), 'Ours.', JSON.stringify(run));
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['Inside', 'Keep']);
  });

  test('a synced draft that is renamed stays in step', async () => {
    await world.create('Draft', 'Text.');
    await world.create('Other', 'Text.');
    await sync();
    const file = ((await world.file('Draft.md')) ?? '').replace('title: Draft', 'title: Draft\ndraft: true');
    await world.push({ 'Draft.md': file });
    await sync();
    await world.push({ 'Draft.md': null, 'Renamed.md': file });
    await sync();
    assert.deepEqual(await documentTitles(world), ['Draft', 'Other']);
    const lost = await world.again({}, 'fresh').run({ direction: 'both' });
    assert.equal(lost.status, 'skipped', JSON.stringify(lost));
    assert.deepEqual(await world.files(), ['Other.md', 'Renamed.md']);
  });

  test('a page renamed and made unreadable is not taken for deleted', async () => {
    await world.create('Page', 'Text.');
    await world.create('Other', 'Text.');
    await sync();
    const file = (await world.file('Page.md')) ?? '';
    await world.push({ 'Page.md': null, 'Renamed.md': file.replace('title: Page', 'title: "Page') });
    await sync();
    assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
    await world.push({ 'Renamed.md': file });
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
  });

  for (const to of ['old/Page.md', '.archive/Page.md', 'Page.txt', 'Page?.md']) {
    test(`a page moved to ${to}, where the binding does not look, is not taken for deleted`, async () => {
      const engine = world.again({ exclude: ['old/**'] });
      await world.create('Page', 'Text.');
      await world.create('Other', 'Text.');
      await engine.run({ direction: 'both' });
      const text = await fileBytes(world, 'Page.md');
      await world.push({ 'Page.md': null, [to]: text });
      await engine.run({ direction: 'both' });
      assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
      await world.push({ 'Page.md': text, [to]: null });
      assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
      assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
    });
  }

  test('odd files: byte order mark, CRLF, no last line end, empty, links', async () => {
    const odd = {
      'bom.md': '\uFEFF---\ntitle: Bom\n---\n\nOne.\n\nTwo.\n',
      'crlf.md': '# Crlf\r\n\r\nOne.\r\n\r\nTwo.\r\n',
      'open.md': 'One.\n\nTwo.',
      'empty.md': '',
      'blank.md': '\n\n',
      'only-fm.md': '---\ntitle: Only\n---\n',
      'it\'s "odd" & näme.md': 'One.\n\nTwo.\n',
    };
    await world.push(odd);
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped');
    assert.equal((await world.again({}, 'fresh').run({ direction: 'both' })).status, 'skipped');
    await world.rewrite('Bom', 'One.', 'Three.');
    await world.rewrite('open', 'One.', 'Three.');
    const second = await sync();
    assert.equal(second.files_changed, 2, JSON.stringify(second));
    assert.equal(await world.file('bom.md'), '\uFEFF---\ntitle: Bom\n---\n\nOne.\n\nThree.');
    assert.equal(await world.file('open.md'), 'One.\n\nThree.');
    assert.equal((await sync()).status, 'skipped');
  });

  test('an empty document and odd titles', async () => {
    for (const title of [
      '',
      '.hidden',
      '..',
      'CON',
      'a/b',
      'x'.repeat(300),
      'README.md',
      ' ',
      '-',
      'é',
      '\u202Eabc',
    ])
      await world.platform.create(
        world.subject,
        {
          kind: 'document',
          title,
          parentId: null,
          private: false,
          content: { form: 'json', doc: { type: 'doc', content: [] } },
        },
        { idempotencyKey: `k${title}` },
      );
    const before = await documentTitles(world);
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped', 'second');
    assert.deepEqual(await documentTitles(world), before);
    assert.equal((await world.files()).length, before.length);
    const lost = await world.again({}, 'fresh').run({ direction: 'both' });
    assert.equal(lost.status, 'skipped', JSON.stringify(lost));
  });

  test('a copy of a page and a lost state', async () => {
    await world.create('Page', 'Text.');
    await sync();
    const file = (await world.file('Page.md')) ?? '';
    await world.push({ 'Copy.md': file.replace('Text.', 'Other text.') });
    await sync();
    assert.equal((await sync()).status, 'skipped');
    const files = await world.files();
    const lost = await world.again({}, 'fresh').run({ direction: 'both' });
    assert.deepEqual(await world.files(), files, JSON.stringify(lost));
    assert.equal((await documentTitles(world)).length, 2);
  });

  test('a page that cannot be read waits, and so does the document of its place', async () => {
    await world.push({ 'Page.md': '---\ntitle: "Page\n---\n\nText.\n', 'Other.md': 'Other.\n' });
    await world.create('Page', 'Text of the platform.');
    const run = await sync();
    assert.equal(run.error?.code, 'items-failed', JSON.stringify(run));
    assert.deepEqual(await world.files(), ['Other.md', 'Page.md']);
    assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
  });

  test('a document that leaves the binding keeps its file; one that returns has no twin', async () => {
    const excluding = world.again({ exclude: ['Page.md'] });
    await world.create('Page', 'Text.');
    await world.create('Other', 'Text.');
    await sync();
    assert.equal((await excluding.run({ direction: 'both' })).status, 'skipped');
    await world.push({ 'Page.md': (await fileBytes(world, 'Page.md')).replace('Text.', 'Edited.') });
    await excluding.run({ direction: 'both' });
    assert.deepEqual(await world.files(), ['Other.md', 'Page.md']);
    assert.equal((await sync()).status, 'success');
    assert.equal(await world.textOf('Page'), 'Edited.');
    assert.deepEqual(await documentTitles(world), ['Other', 'Page']);
  });

  test('one page alone: the others wait and are not lost', async () => {
    await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await sync();
    await renameDocument(world, 'A', 'C');
    await renameDocument(world, 'B', 'A');
    const only = await world.engine.run({ direction: 'both', only: 'A*.md' });
    assert.equal(only.status, 'success', JSON.stringify(only));
    const rest = await sync();
    assert.ok(rest.status !== 'error', JSON.stringify(rest));
    assert.equal((await sync()).status, 'skipped');
    assert.equal((await world.files()).length, 2, String(await world.files()));
    assert.deepEqual(await documentTitles(world), ['A', 'C']);
  });

  test('made private and public again: the file stays as it is', async () => {
    const { id } = await world.create('Page', 'Text.');
    await world.create('Other', 'Text.');
    await sync();
    const ann = world.store.accounts.userByEmail('ann@example.com');
    assert.ok(ann);
    const setPrivate = (isPrivate: boolean): Promise<unknown> =>
      world.store.documents.move(ann.id, id, { folderId: null, position: null, isPrivate });
    await setPrivate(true);
    assert.equal((await sync()).status, 'skipped');
    await world.push({ 'Page.md': (await fileBytes(world, 'Page.md')).replace('Text.', 'Edited.') });
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['Other.md', 'Page.md']);
    await setPrivate(false);
    assert.equal((await sync()).status, 'success');
    assert.equal(await world.textOf('Page'), 'Edited.');
    assert.equal((await sync()).status, 'skipped');
  });

  test('deleted on one side, edited on the other: the edit stays, once', async () => {
    const a = await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await world.create('C', 'Text of C.');
    await sync();
    await world.platform.trash(a.id, 'document', { ifRevision: a.revision });
    await world.rewrite('B', 'New text of B.');
    await world.push({
      'A.md': (await fileBytes(world, 'A.md')).replace('Text of', 'Git text of'),
      'B.md': null,
    });
    assert.equal((await sync()).status, 'success');
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['A.md', 'B.md', 'C.md']);
    assert.deepEqual(await documentTitles(world), ['A', 'B', 'C']);
    assert.equal(await world.textOf('A'), 'Git text of A.');
    const ann = world.store.accounts.userByEmail('ann@example.com');
    assert.ok(ann);
    await world.store.documents.restore(ann.id, a.id);
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped');
    assert.equal((await world.files()).length, 4);
    assert.deepEqual(await documentTitles(world), ['A', 'A', 'B', 'C']);
  });

  test('one title, two names: a conflict or one of them, never a loss of text', async () => {
    await world.create('Page', 'Text.');
    await sync();
    await renameDocument(world, 'Page', 'Named there');
    await world.push({
      'Page.md': (await fileBytes(world, 'Page.md')).replace('title: Page', 'title: Named here'),
    });
    const run = await sync();
    assert.equal(run.conflicts.length, 1, JSON.stringify(run));
    const closed = await world.engine.resolve(run.conflicts[0] ?? '', { keep: 'git' }, {});
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    assert.deepEqual(await documentTitles(world), ['Named here']);
    const last = await sync();
    assert.notEqual(last.status, 'error', JSON.stringify(last));
    assert.equal((await sync()).status, 'skipped');
    assert.equal((await world.files()).length, 1);
  });
});
