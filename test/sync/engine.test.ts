import assert from 'node:assert/strict';
import { git } from '../support/gitServerCommand.js';
import { paragraphs, startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

/** The lines of a diff that were added or removed. */
function changedLines(diff: string): string[] {
  return diff.split('\n').filter((line) => /^[+-](?![+-]{2})/u.test(line));
}

suite('engine', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  const sync = (direction: 'export' | 'import' | 'both' = 'both'): ReturnType<EngineWorld['engine']['run']> =>
    world.engine.run({ direction });

  /** A document in conflict: "From the platform." there, "From Git." here; `file` is what both held before. */
  const clash = async (): Promise<{ readonly id: string; readonly file: string }> => {
    await world.create('Clash', 'Base.');
    await sync('export');
    const file = (await world.file('Clash.md')) ?? '';
    await world.rewrite('Clash', 'From the platform.');
    await world.push({ 'Clash.md': file.replace('Base.', 'From Git.') });
    await sync();
    return { id: (await world.titled('Clash')).id, file };
  };

  test('exports documents as one commit by the acting user, and writes nothing the second time', async () => {
    const guides = await world.platform.create(
      world.subject,
      { kind: 'folder', title: 'Guides', parentId: null },
      { idempotencyKey: 'guides' },
    );
    const made = await world.create('Intro', 'Hello.', guides.id);
    await world.create('Top', 'At the top.');
    const run = await sync('export');
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.equal(run.files_changed, 2);
    assert.deepEqual(await world.files(), ['Guides/Intro.md', 'Top.md']);
    assert.equal(
      await world.file('Guides/Intro.md'),
      `---\ntitle: Intro\ndocbridge:\n  id: ${made.id}\n---\n\nHello.`,
    );
    assert.equal(
      await world.git('log', '--format=%an <%ae>|%s', 'main'),
      'Ann Bee <ann@example.com>|docs: sync 2 documents',
    );
    assert.equal(run.commit_sha, await world.git('rev-parse', 'main'));

    const before = world.server.requests.length;
    const second = await sync('export');
    assert.deepEqual([second.status, second.commit_sha, second.files_changed], ['skipped', null, 0]);
    const writes = world.server.requests.slice(before).filter((one) => one.url.includes('receive-pack'));
    assert.deepEqual(writes, []);
    await world.git('fsck', '--full', '--strict');
  });

  test('an edit in Git comes back to the platform, and the next export does nothing', async () => {
    await world.create('Intro', 'Hello.');
    await sync('export');
    const file = (await world.file('Intro.md')) ?? '';
    await world.push({ 'Intro.md': `${file.replace('Hello.', 'Hello, world.')}\n` });
    const run = await sync('import');
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.equal(await world.textOf('Intro'), 'Hello, world.');
    assert.equal((await sync()).status, 'skipped');
  });

  test('a file added in Git becomes a document in its folder; the file keeps its bytes', async () => {
    await world.push({ 'Deep/er/New page.md': '# A heading\n\nText  \nwith a break.\n' });
    const run = await sync('import');
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    const made = await world.titled('A heading');
    assert.equal(made.private, false);
    assert.equal((await world.titled('er')).parentId, (await world.titled('Deep')).id);
    assert.equal(made.parentId, (await world.titled('er')).id);
    const head = await world.git('rev-parse', 'main');
    assert.equal((await sync()).status, 'skipped');
    assert.equal(await world.git('rev-parse', 'main'), head);
  });

  test('one paragraph changed on the platform is one line changed in Git', async () => {
    const text = '---\ntitle: "Page"   # mine\n---\n\n*  one\n*  two\n\nFirst   para.\n\nSecond_para_.\n';
    await world.push({ 'Page.md': text });
    await sync('import');
    const { id, revision } = await world.titled('Page');
    const { content } = await world.platform.read(id, 'document');
    assert.equal(content.form, 'json');
    const doc = JSON.parse(
      JSON.stringify(content.doc).replace('Second_para_', 'Second thought'),
    ) as typeof content.doc;
    await world.platform.update(id, { form: 'json', doc }, { ifRevision: revision });
    const run = await sync('export');
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    const diff = await world.git('diff', 'main~1', 'main');
    assert.deepEqual(changedLines(diff), ['-Second_para_.', '+Second thought.']);
  });

  test('renames and moves on the platform move the file; a path chosen in Git stays', async () => {
    await world.create('Old', 'Text of the page that moves.');
    await world.create('Kept', 'Text of the page that is kept.');
    await sync('export');
    const kept = (await world.file('Kept.md')) ?? '';
    await world.push({ 'Kept.md': null, 'mine/own name.md': kept });
    await sync('import');
    assert.equal((await world.titled('Kept')).parentId, (await world.titled('mine')).id);

    for (const [title, fresh] of [
      ['Old', 'New'],
      ['Kept', 'Renamed'],
    ] as const) {
      const found = await world.titled(title);
      await world.platform.rename(found.id, 'document', fresh, { ifRevision: found.revision });
    }
    const run = await sync('export');
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.deepEqual(await world.files(), ['New.md', 'mine/own name.md']);
    assert.match((await world.file('mine/own name.md')) ?? '', /^---\ntitle: Renamed\n/u);
  });

  test('deleted on the platform: deleted in Git; deleted in Git: in the trash', async () => {
    for (const title of ['A', 'B', 'C']) await world.create(title, `Text of ${title}.`);
    await sync('export');
    const a = await world.titled('A');
    await world.platform.trash(a.id, 'document', { ifRevision: a.revision });
    await world.push({ 'B.md': null });
    const run = await sync();
    assert.deepEqual([run.status, run.deleted], ['success', 2], JSON.stringify(run.error));
    assert.deepEqual(await world.files(), ['C.md']);
    await assert.rejects(world.titled('B'));
    assert.equal((await sync()).status, 'skipped');
  });

  test('a conflict keeps both versions, lets the rest through, and is closed by a decision', async () => {
    await world.create('Clash', 'Base.');
    await world.create('Other', 'Base.');
    await sync('export');
    const file = (await world.file('Clash.md')) ?? '';
    await world.rewrite('Clash', 'From the platform.');
    await world.rewrite('Other', 'Changed as well.');
    await world.push({ 'Clash.md': `${file.replace('Base.', 'From Git.')}\n` });
    const { id } = await world.titled('Clash');

    const run = await sync();
    assert.deepEqual(
      [run.status, run.conflicts, run.files_changed],
      ['conflict', [id], 1],
      JSON.stringify(run.error),
    );
    assert.match((await world.file('Clash.md')) ?? '', /From Git\./u);
    assert.equal(await world.textOf('Clash'), 'From the platform.');
    assert.match((await world.file('Other.md')) ?? '', /Changed as well\./u);

    const [record] = await world.engine.conflicts();
    assert.match(record?.platform?.text ?? '', /From the platform\./u);
    assert.match(record?.git?.text ?? '', /From Git\./u);
    assert.match(record?.base?.text ?? '', /Base\./u);
    assert.equal((await world.engine.status()).state, 'conflict');

    const closed = await world.engine.resolve(id, { keep: 'git' });
    assert.equal(closed.status, 'success', JSON.stringify(closed.error));
    assert.equal(await world.textOf('Clash'), 'From Git.');
    assert.deepEqual(await world.engine.conflicts(), []);
    assert.equal((await sync()).status, 'skipped');
  });

  test('keeping both makes a second document and a second file', async () => {
    const { id } = await clash();
    const closed = await world.engine.resolve(id, { keep: 'both' });
    assert.equal(closed.status, 'success', JSON.stringify(closed.error));
    assert.equal(await world.textOf('Clash'), 'From the platform.');
    assert.equal(await world.textOf('Clash (Git)'), 'From Git.');
    assert.deepEqual(await world.files(), ['Clash (Git).md', 'Clash.md']);
    assert.equal((await sync()).status, 'skipped');
  });

  test('a merged text goes to both sides', async () => {
    const { id, file } = await clash();
    const text = file.replace('Base.', 'Merged by hand.');
    const closed = await world.engine.resolve(id, { keep: 'text', text });
    assert.equal(closed.status, 'success', JSON.stringify(closed.error));
    assert.equal(await world.textOf('Clash'), 'Merged by hand.');
    assert.match((await world.file('Clash.md')) ?? '', /Merged by hand\./u);
    assert.equal((await sync()).status, 'skipped');
  });

  test('a decision about a conflict that moved on is refused', async () => {
    const { id } = await clash();
    await world.rewrite('Clash', 'From the platform, later.');
    await assert.rejects(world.engine.resolve(id, { keep: 'git' }), { code: 'conflict-moved' });
    assert.equal(await world.textOf('Clash'), 'From the platform, later.');
  });

  test('the brake stops a run that would delete too much, until this very plan is confirmed', async () => {
    for (let index = 0; index < 5; index += 1) await world.create(`Page ${index}`, `Text number ${index}.`);
    await sync('export');
    await world.push(Object.fromEntries((await world.files()).slice(1).map((path) => [path, null])));
    const run = await sync('import');
    assert.deepEqual([run.status, run.error?.code, run.deleted], ['conflict', 'brake', 0]);
    await world.titled('Page 4');

    const wrong = await world.engine.run({ direction: 'import', confirm: 'another plan' });
    assert.equal(wrong.error?.code, 'brake');
    const { hash } = await world.engine.plan({ direction: 'import' });
    const confirmed = await world.engine.run({ direction: 'import', confirm: hash });
    assert.deepEqual([confirmed.status, confirmed.deleted], ['success', 4], JSON.stringify(confirmed.error));
  });

  test('the state lost: what is equal on both sides is in step, nothing is written or doubled', async () => {
    for (const title of ['A', 'B']) await world.create(title, `Text of ${title}.`);
    await world.push({ 'C.md': 'Text of C.\n' });
    await sync();
    const head = await world.git('rev-parse', 'main');
    const fresh = world.again({}, 'fresh');
    const run = await fresh.run({ direction: 'both' });
    assert.deepEqual([run.status, run.files_changed], ['skipped', 0], JSON.stringify(run));
    assert.equal(await world.git('rev-parse', 'main'), head);
  });

  test('first sync of two sides that hold something: matches, creates the rest, deletes nothing', async () => {
    await world.create('Same', 'Equal on both sides.');
    await world.create('Only platform', 'P.');
    await world.push({ 'Same.md': 'Equal on both sides.\n', 'Only git.md': 'G.\n', 'image.bin': '\u0001' });
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.deepEqual(await world.files(), ['Only git.md', 'Only platform.md', 'Same.md', 'image.bin']);
    assert.equal(await world.textOf('Only git'), 'G.');
  });

  test('works in a directory and leaves the rest of the repository alone', async () => {
    await world.push({ 'README.md': 'Not ours.\n', 'docs/Page.md': 'Ours.\n' });
    const engine = world.again({ repository: { ...world.binding.repository, directory: 'docs' } }, 'fresh');
    await world.create('New', 'Text.');
    const run = await engine.run({ direction: 'both' });
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.deepEqual(await world.files(), ['README.md', 'docs/New.md', 'docs/Page.md']);
    await assert.rejects(world.titled('README'));
  });

  test('a file that cannot be read is named and left alone; the others go through', async () => {
    await world.push({ 'good.md': 'Good.\n', 'bad.md': '---\ntitle: [\n---\n\nText.\n' });
    const run = await sync('import');
    assert.deepEqual([run.status, run.error?.code], ['error', 'items-failed']);
    assert.match(run.error?.message ?? '', /bad\.md: The front matter is not valid YAML/u);
    assert.equal(await world.textOf('good'), 'Good.');
    await assert.rejects(world.titled('bad'));
  });

  test('somebody pushes in between: planned again, nothing of theirs is lost', async () => {
    await world.create('A', 'Text.');
    await sync('export');
    await world.rewrite('A', 'Changed.');
    world.server.fault = {
      url: 'git-receive-pack',
      once: true,
      before: async () => {
        await world.push({ 'theirs.md': 'Theirs.\n' });
      },
    };
    const run = await sync('export');
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.deepEqual(await world.files(), ['A.md', 'theirs.md']);
    assert.match((await world.file('A.md')) ?? '', /Changed\./u);
  });

  test('a rewritten branch stops the run; nothing is forced', async () => {
    await world.create('A', 'Text.');
    await sync('export');
    const repository = world.server.path('docs');
    const tree = await git(repository, ['rev-parse', 'main^{tree}']);
    const env = ['-c', 'user.name=X', '-c', 'user.email=x@example.com'];
    const other = await git(repository, [...env, 'commit-tree', tree, '-m', 'Rewritten']);
    await git(repository, ['update-ref', 'refs/heads/main', other]);
    await world.rewrite('A', 'Changed.');
    const run = await sync('export');
    assert.deepEqual([run.status, run.error?.code], ['error', 'history-rewritten']);
    assert.equal(await world.git('rev-parse', 'main'), other);
  });

  test('a branch that does not exist in a repository that has others is named', async () => {
    await world.push({ 'a.md': 'A.\n' });
    const engine = world.again({ repository: { ...world.binding.repository, branch: 'mian' } }, 'fresh');
    const run = await engine.run({ direction: 'export' });
    assert.equal(run.error?.code, 'branch-not-found');
    assert.match(run.error.message, /it has: main/u);
  });

  test('a cancelled run says so and writes no commit', async () => {
    await world.create('A', 'Text.');
    const run = await world.engine.run({ direction: 'export', signal: AbortSignal.abort() });
    assert.equal(run.status, 'cancelled');
    assert.deepEqual(await world.files(), []);
  });

  test('runs are recorded, newest first', async () => {
    await world.create('A', 'Text.');
    await sync('export');
    await sync('export');
    const runs = await world.engine.history(10);
    assert.deepEqual(
      runs.map((run) => run.status),
      ['skipped', 'success'],
    );
  });

  test('one direction alone: the other side is neither written nor overwritten', async () => {
    await world.create('A', 'Text.');
    await sync('export');
    const file = (await world.file('A.md')) ?? '';
    await world.push({ 'A.md': file.replace('Text.', 'Edited in Git.') });
    assert.equal((await sync('export')).status, 'skipped');
    assert.match((await world.file('A.md')) ?? '', /Edited in Git\./u);
    await world.rewrite('A', 'Edited on the platform.');
    assert.equal((await sync('export')).status, 'conflict');
    assert.match((await world.file('A.md')) ?? '', /Edited in Git\./u);
  });

  test('status counts what waits on each side without writing', async () => {
    await world.create('A', 'Text.');
    await sync('export');
    await world.rewrite('A', 'Changed.');
    await world.push({ 'New.md': 'New.\n' });
    const status = await world.engine.status();
    assert.deepEqual([status.state, status.to_git, status.to_platform], ['pending', 1, 1]);
    await sync();
    assert.equal((await world.engine.status()).state, 'in-sync');
  });

  test('a private document stays out, and the status says how many', async () => {
    await world.platform.create(
      world.subject,
      {
        kind: 'document',
        title: 'Secret',
        parentId: null,
        private: true,
        content: { form: 'json', doc: paragraphs('x') },
      },
      { idempotencyKey: 'secret' },
    );
    const run = await sync('export');
    assert.equal(run.status, 'skipped');
    assert.deepEqual((await world.engine.status()).left_out, { private: 1 });
  });

  test('a new draft in Git stays out unless asked for, and the status says how many', async () => {
    await world.push({ 'Later.md': '---\ndraft: true\n---\n\nNot yet.\n' });
    assert.equal((await sync('import')).status, 'skipped');
    assert.deepEqual((await world.engine.status()).left_out, { draft: 1 });
    const withDrafts = world.again({ drafts: true });
    assert.equal((await withDrafts.run({ direction: 'import' })).status, 'success');
    assert.equal(await world.textOf('Later'), 'Not yet.');
  });
});
