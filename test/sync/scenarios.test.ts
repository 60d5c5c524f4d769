import assert from 'node:assert/strict';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('scenarios', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  const sync = (direction: 'export' | 'import' | 'both' = 'both'): ReturnType<EngineWorld['engine']['run']> =>
    world.engine.run({ direction });

  const folder = (title: string): ReturnType<EngineWorld['platform']['create']> =>
    world.platform.create(
      world.subject,
      { kind: 'folder', title, parentId: null },
      { idempotencyKey: `folder-${title}` },
    );

  const move = async (title: string, parentId: string | null): Promise<void> => {
    const { id, revision } = await world.titled(title);
    await world.platform.move(id, 'document', { parentId }, { ifRevision: revision });
  };

  const rename = async (title: string, to: string): Promise<void> => {
    const { id, revision } = await world.titled(title);
    await world.platform.rename(id, 'document', to, { ifRevision: revision });
  };

  /** A file with its last line end, which `world.file` leaves out. */
  const bytes = async (path: string): Promise<string> => `${(await world.file(path)) ?? ''}\n`;

  const listed = async (): Promise<string[]> => {
    const titles: string[] = [];
    for await (const one of world.platform.list(world.subject))
      if (one.kind === 'document') titles.push(one.title);
    return titles.sort();
  };

  test('edited in Git and moved on the platform: an export alone does not swallow the edit', async () => {
    const made = await folder('Guides');
    await world.create('Intro', 'Hello.');
    await sync('export');
    const file = (await world.file('Intro.md')) ?? '';
    await world.push({ 'Intro.md': file.replace('Hello.', 'Hello from Git.') });
    await move('Intro', made.id);
    await sync('export');
    await sync('import');
    assert.equal(await world.textOf('Intro'), 'Hello from Git.');
    assert.equal((await sync()).status, 'skipped');
  });

  test('edited on the platform and moved in Git: an import alone does not swallow the edit', async () => {
    await world.create('Intro', 'Hello.');
    await sync('export');
    await world.push({ 'Intro.md': null, 'Guides/Intro.md': await bytes('Intro.md') });
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
    assert.deepEqual(await listed(), ['Other']);
    await world.push({ 'Page.md': 'Text.\n', 'In/Deep.md': 'Deep.\n' });
    await sync();
    assert.deepEqual(await listed(), ['Deep', 'Other', 'Page']);
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['In/Deep.md', 'Other.md', 'Page.md']);
  });

  test('a folder of the platform never replaces a file of its name', async () => {
    await world.push({ LICENSE: 'Ours.\n', 'Keep.md': 'Keep.\n' });
    await sync();
    const made = await folder('LICENSE');
    await world.create('Inside', 'Text.', made.id);
    const run = await sync();
    assert.equal(await world.file('LICENSE'), 'Ours.', JSON.stringify(run));
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await listed(), ['Inside', 'Keep']);
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
    assert.deepEqual(await listed(), ['Draft', 'Other']);
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
    assert.deepEqual(await listed(), ['Other', 'Page']);
    await world.push({ 'Renamed.md': file });
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await listed(), ['Other', 'Page']);
  });

  test('a page moved where the binding does not look is not taken for deleted', async () => {
    const engine = world.again({ exclude: ['old/**'] });
    await world.create('Page', 'Text.');
    await world.create('Other', 'Text.');
    await engine.run({ direction: 'both' });
    await world.push({ 'Page.md': null, 'old/Page.md': await bytes('Page.md') });
    await engine.run({ direction: 'both' });
    assert.deepEqual(await listed(), ['Other', 'Page']);
  });

  test('a move that has to wait never lets another one take its file', async () => {
    const { id } = await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await sync();
    await move('A', (await folder('Moved')).id);
    await rename('B', 'A');
    await world.push({ 'A.md': (await bytes('A.md')).replace('Text of A.', 'Git edit of A.') });
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
    assert.deepEqual(await listed(), ['Other', 'Page'], JSON.stringify(run));
    assert.equal(await world.textOf('Page'), 'Text, edited.');
    assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
  });

  test('swapped titles, and swapped files', async () => {
    await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await sync();
    await rename('A', 'C');
    await rename('B', 'A');
    await rename('C', 'B');
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.match((await world.file('A.md')) ?? '', /Text of B/u);
    assert.match((await world.file('B.md')) ?? '', /Text of A/u);
    const [a, b] = [(await world.file('A.md')) ?? '', (await world.file('B.md')) ?? ''];
    await world.push({ 'A.md': b, 'B.md': a });
    await sync();
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await listed(), ['A', 'B']);
  });

  test('case alone, on either side', async () => {
    await world.create('intro', 'Text.');
    await sync();
    await rename('intro', 'Intro');
    await sync();
    assert.deepEqual(await world.files(), ['Intro.md']);
    const file = (await world.file('Intro.md')) ?? '';
    await world.push({ 'Intro.md': null, 'INTRO.md': file });
    await sync();
    assert.deepEqual(await world.files(), ['INTRO.md']);
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await listed(), ['Intro']);
  });

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
      await world.platform
        .create(
          world.subject,
          {
            kind: 'document',
            title,
            parentId: null,
            private: false,
            content: { form: 'json', doc: { type: 'doc', content: [] } },
          },
          { idempotencyKey: `k${title}` },
        )
        .catch((error: unknown) => {
          process.stderr.write(`${JSON.stringify(title)} ${String(error)}\n`);
        });
    const before = await listed();
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped', 'second');
    assert.deepEqual(await listed(), before);
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
    assert.equal((await listed()).length, 2);
  });

  test('folder renamed on the platform while Git adds and edits in it', async () => {
    const made = await folder('Guides');
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
    assert.deepEqual(await listed(), ['New', 'Other', 'Page']);
    assert.equal((await world.files()).length, 3);
    await world.git('fsck', '--full', '--strict');
  });

  test('folder renamed in Git and on the platform', async () => {
    const made = await folder('Guides');
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
    assert.deepEqual(await listed(), ['Other', 'Page']);
    assert.deepEqual(await world.files(), ['Handbook/Other.md', 'Handbook/Page.md']);
  });

  test('a file becomes a folder', async () => {
    await world.push({ 'A.md': 'Text.\n', 'Z.md': 'Z.\n' });
    await sync();
    await world.push({ 'A.md': null, 'A.md/B.md': 'Text.\n' });
    await sync();
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await world.files(), ['A.md/B.md', 'Z.md']);
    assert.deepEqual((await listed()).length, 2);
  });

  test('a page that cannot be read waits, and so does the document of its place', async () => {
    await world.push({ 'Page.md': '---\ntitle: "Page\n---\n\nText.\n', 'Other.md': 'Other.\n' });
    await world.create('Page', 'Text of the platform.');
    const run = await sync();
    assert.equal(run.error?.code, 'items-failed', JSON.stringify(run));
    assert.deepEqual(await world.files(), ['Other.md', 'Page.md']);
    assert.deepEqual(await listed(), ['Other', 'Page']);
  });

  test('in conflict and renamed: both versions stay until somebody decides', async () => {
    await world.create('Page', 'Text.');
    await sync();
    const { id } = await world.titled('Page');
    await world.rewrite('Page', 'From the platform.');
    await rename('Page', 'Leaf');
    await world.push({ 'Page.md': null, 'Sheet.md': (await bytes('Page.md')).replace('Text.', 'From Git.') });
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
    assert.equal((await listed()).length, 2);
  });

  test('a document that leaves the binding keeps its file; one that returns has no twin', async () => {
    const excluding = world.again({ exclude: ['Page.md'] });
    await world.create('Page', 'Text.');
    await world.create('Other', 'Text.');
    await sync();
    assert.equal((await excluding.run({ direction: 'both' })).status, 'skipped');
    await world.push({ 'Page.md': (await bytes('Page.md')).replace('Text.', 'Edited.') });
    await excluding.run({ direction: 'both' });
    assert.deepEqual(await world.files(), ['Other.md', 'Page.md']);
    assert.equal((await sync()).status, 'success');
    assert.equal(await world.textOf('Page'), 'Edited.');
    assert.deepEqual(await listed(), ['Other', 'Page']);
  });

  test('one page alone: the others wait and are not lost', async () => {
    await world.create('A', 'Text of A.');
    await world.create('B', 'Text of B.');
    await sync();
    await rename('A', 'C');
    await rename('B', 'A');
    const only = await world.engine.run({ direction: 'both', only: 'A*.md' });
    assert.equal(only.status, 'success', JSON.stringify(only));
    const rest = await sync();
    assert.ok(rest.status !== 'error', JSON.stringify(rest));
    assert.equal((await sync()).status, 'skipped');
    assert.equal((await world.files()).length, 2, String(await world.files()));
    assert.deepEqual(await listed(), ['A', 'C']);
  });
});
