import assert from 'node:assert/strict';
import { readMeta } from '../../server/src/apps/metaFile.js';
import { sampleContent } from '../../server/src/platforms/embedded/samples/sampleContent.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';
import { git } from '../support/gitServerCommand.js';

suite('scenarios of apps', () => {
  let world: EngineWorld;

  setup(async () => {
    const content = sampleContent();
    world = await startEngineWorld({
      content: { ...content, root: { name: '', folders: [], documents: [] }, images: [] },
    });
  });

  teardown(async () => {
    await world.stop();
  });

  const sync = (direction: 'export' | 'import' | 'both' = 'both'): ReturnType<EngineWorld['engine']['run']> =>
    world.engine.run({ direction });

  const apps = async (): Promise<readonly string[]> => {
    const titles: string[] = [];
    for await (const entry of world.platform.list(world.subject)) titles.push(entry.title);
    return titles.sort();
  };

  const appFiles = async (): Promise<readonly string[]> =>
    (await world.files()).filter((name) => !name.startsWith('.meta'));

  const rename = async (title: string, to: string): Promise<void> => {
    const { id } = await world.titled(title);
    await world.platform.rename(id, 'app', to, {});
  };

  test('two apps that swap their names swap their files', async () => {
    await sync();
    const [a, b] = await apps();
    assert.ok(a !== undefined && b !== undefined);
    await rename(a, 'Between');
    await rename(b, a);
    await rename('Between', b);
    const run = await sync();
    assert.equal(run.status, 'success', JSON.stringify(run));
    assert.equal((await sync()).status, 'skipped');
    assert.deepEqual(await apps(), [a, b].sort());
    assert.equal((await appFiles()).length, 2, JSON.stringify(await world.files()));
    await world.git('fsck', '--full', '--strict');
  });

  for (const withMeta of [true, false]) {
    test(`an app whose folder is renamed in Git stays one app${withMeta ? ', meta.json too' : ''}`, async () => {
      await sync();
      const [path] = await appFiles();
      assert.ok(path);
      const title = path.slice(0, path.indexOf('/'));
      const text = (await world.file('.meta/meta.json')) ?? '';
      await world.push({
        [path]: null,
        [path.replace(title, 'Better name')]: (await world.file(path)) ?? '',
        '.meta/meta.json': withMeta
          ? text.replace(`"gitAppName": "${title}"`, '"gitAppName": "Better name"')
          : text,
      });
      const count = (await apps()).length;
      assert.equal((await sync()).status, 'success');
      assert.equal((await sync()).status, 'skipped');
      assert.equal((await apps()).length, count);
      assert.ok((await apps()).includes('Better name'));
    });
  }

  test('app JSON that cannot be read is named, and nobody is asked to replace an app by it', async () => {
    await sync();
    const before = await apps();
    const [path] = await appFiles();
    assert.ok(path);
    const good = (await world.file(path)) ?? '';
    await world.push({ [path]: good.slice(0, 100) });
    const run = await sync();
    assert.equal(run.error?.code, 'items-failed', JSON.stringify(run));
    assert.match(run.error.message, /JSON cannot be used/u);
    await world.server.commit('docs', { [path]: good });
    const next = await sync();
    assert.equal(next.status, 'skipped', JSON.stringify(next));
    assert.deepEqual(await apps(), before);
  });

  test('a meta.json that cannot be read is never written over, not for a new app either', async () => {
    await sync();
    const [title, other] = await apps();
    assert.ok(title !== undefined && other !== undefined);
    const good = (await world.file('.meta/meta.json')) ?? '';
    await world.push({ '.meta/meta.json': '{ broken' });
    await rename(title, 'Renamed meanwhile');
    const { id } = await world.titled(other);
    const { content } = await world.platform.read(id, 'app');
    await world.platform.create(
      world.subject,
      { kind: 'app', title: 'A new app', parentId: null, content },
      { idempotencyKey: 'new-app' },
    );
    const run = await sync();
    assert.equal(run.error?.code, 'items-failed', JSON.stringify(run));
    assert.equal(await world.file('.meta/meta.json'), '{ broken');
    await world.push({ '.meta/meta.json': good });
    assert.equal((await sync()).status, 'success');
    assert.equal((await sync()).status, 'skipped');
    assert.equal((await appFiles()).length, 3);
    assert.equal((await apps()).length, 3);
  });

  test('an app deleted on the platform leaves Git and meta.json where deletions are mirrored', async () => {
    const engine = world.again({ deletions: { toGit: 'mirror' } });
    await engine.run({ direction: 'both' });
    const [title = ''] = await apps();
    const { id } = await world.titled(title);
    const names = async (): Promise<readonly string[]> =>
      readMeta((await world.file('.meta/meta.json')) ?? '').entries.map((entry) => entry.gitAppName);
    assert.ok((await names()).includes(title));
    await world.store.apps.remove(world.organization, id);
    const run = await engine.run({ direction: 'both' });
    assert.equal(run.deleted, 1, JSON.stringify(run));
    assert.deepEqual(await names(), await apps());
    assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
  });

  test('a meta.json that is no UTF-8 is named, and the apps wait', async () => {
    await sync();
    const files = await world.files();
    const repository = world.server.path('docs');
    const bytes = Buffer.from('\uFEFF{}', 'utf16le');
    const blob = await git(repository, ['hash-object', '-w', '--stdin'], { input: bytes });
    const lines = [
      'commit refs/heads/main',
      'committer Test <test@example.com> 1700000000 +0000',
      'data 4',
      'Edit',
      `from ${await world.git('rev-parse', 'main')}`,
      `M 100644 ${blob} .meta/meta.json`,
      '',
    ];
    await git(repository, ['fast-import', '--quiet'], { input: lines.join('\n') });
    const [title = ''] = await apps();
    await rename(title, 'Renamed meanwhile');
    const run = await sync();
    assert.equal(run.error?.code, 'items-failed', JSON.stringify(run));
    assert.match(run.error.message, /meta\.json is not UTF-8 text/u);
    assert.deepEqual(await world.files(), files);
  });

  test('confirming deletions is no answer about replacing an app', async () => {
    for (const title of ['A', 'B', 'C', 'D']) await world.create(title, `Text of ${title}.`);
    await sync();
    const files = await world.files();
    const path = (await appFiles()).find((name) => name.endsWith('.json')) ?? '';
    const text = (await world.file(path)) ?? '';
    await world.push({
      ...Object.fromEntries(files.filter((name) => name.endsWith('.md')).map((name) => [name, null])),
      [path]: text.replace('"type": "Text"', '"type": "TextArea"'),
    });
    const before = (await apps()).filter((title) => title.length > 1);
    const braked = await sync();
    assert.equal(braked.error?.code, 'brake', JSON.stringify(braked));
    const hash = braked.error.data['hash'];
    assert.ok(typeof hash === 'string');
    const run = await world.engine.run({ direction: 'both', confirm: hash });
    assert.deepEqual([run.deleted, run.error?.code], [4, 'app-replacement'], JSON.stringify(run));
    assert.deepEqual(await apps(), before);
  });
});
