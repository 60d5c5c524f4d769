import assert from 'node:assert/strict';
import { sampleContent } from '../../server/src/platforms/embedded/samples/sampleContent.js';
import type { PlatformEntry } from '../../server/src/platforms/Platform.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

/** The app with a text component under another name. */
function withOtherName(text: string): string {
  const changed = text.replace(
    /"name": "([a-z]+\w*)",\n(\s+)"type": "Text"/u,
    '"name": "$1Changed",\n$2"type": "Text"',
  );
  assert.notEqual(changed, text);
  return changed;
}

suite('engine: apps', () => {
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

  const apps = async (): Promise<readonly string[]> => {
    const titles: string[] = [];
    for await (const entry of world.platform.list(world.subject)) titles.push(entry.title);
    return titles.sort();
  };

  const appFile = async (): Promise<string> => {
    const path = (await world.files()).find((name) => !name.startsWith('.meta'));
    assert.ok(path);
    return path;
  };

  test('exports app files and meta.json exactly as ToolJet writes them', async () => {
    const run = await world.engine.run({ direction: 'export' });
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    const files = await world.files();
    assert.equal(files.length, (await apps()).length + 1);
    const meta = JSON.parse((await world.file('.meta/meta.json')) ?? '') as Record<
      string,
      Record<string, string>
    >;
    for (const [id, fields] of Object.entries(meta)) {
      assert.deepEqual(Object.keys(fields), [
        'gitAppName',
        'lastCommitMessage',
        'gitVersionId',
        'lastpushDate',
        'gitVersionName',
        'lastCommitUser',
      ]);
      const path = `${fields['gitAppName']}/${fields['gitVersionName']}.json`;
      const text = (await world.file(path)) ?? '';
      assert.equal(JSON.stringify(JSON.parse(text), null, 2), text);
      assert.ok(text.includes(id));
    }
    assert.equal((await world.engine.run({ direction: 'both' })).status, 'skipped');
  });

  test('an app whose name begins with a dot goes both ways', async () => {
    let hidden: PlatformEntry | undefined;
    for await (const entry of world.platform.list(world.subject)) hidden = entry;
    assert.ok(hidden);
    await world.platform.rename(hidden.id, 'app', '.hidden', { ifRevision: hidden.revision });
    await world.engine.run({ direction: 'export' });
    const path = (await world.files()).find((name) => name.startsWith('.hidden/'));
    assert.ok(path);
    await world.push({ [path]: withOtherName((await world.file(path)) ?? '') });
    const plan = await world.engine.plan({ direction: 'import' });
    assert.deepEqual(
      plan.items.map(({ op, side, id }) => [op, side, id]),
      [['update', 'platform', hidden.id]],
    );
  });

  test('a renamed app moves its folder and keeps its key in meta.json', async () => {
    await world.engine.run({ direction: 'export' });
    const before = Object.keys(JSON.parse((await world.file('.meta/meta.json')) ?? '') as object);
    const [title = ''] = await apps();
    const { id } = await world.titled(title);
    await world.platform.rename(id, 'app', 'A new name', {});
    const run = await world.engine.run({ direction: 'export' });
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.equal(await world.git('log', '-1', '--format=%s', 'main'), 'App is renamed');
    assert.ok((await world.files()).some((path) => path.startsWith('A new name/')));
    assert.ok(!(await world.files()).some((path) => path.startsWith(`${title}/`)));
    assert.deepEqual(Object.keys(JSON.parse((await world.file('.meta/meta.json')) ?? '') as object), before);
  });

  test('an app changed in Git becomes a new app beside the old one, after a question', async () => {
    await world.engine.run({ direction: 'export' });
    const path = await appFile();
    const title = path.slice(0, path.indexOf('/'));
    const text = (await world.file(path)) ?? '';
    const old = await world.titled(title);
    await world.push({ [path]: withOtherName(text) });

    const asked = await world.engine.run({ direction: 'import' });
    assert.deepEqual([asked.status, asked.error?.code], ['conflict', 'app-replacement']);
    assert.equal((await world.titled(title)).id, old.id);

    const hash = asked.error?.data['hash'];
    assert.ok(typeof hash === 'string');
    const run = await world.engine.run({ direction: 'import', confirm: hash });
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    const fresh = await world.titled(title);
    assert.notEqual(fresh.id, old.id);
    const kept = (await apps()).filter((name) => name.startsWith(`${title} (before `));
    assert.equal(kept.length, 1);
    const next = await world.engine.run({ direction: 'both' });
    assert.equal(next.status, 'skipped', JSON.stringify(next));
    assert.deepEqual((await world.engine.status()).left_out, { replaced: 1 });

    // With the base lost, the name alone says that the old app takes no part.
    const withoutBase = world.again({}, 'fresh');
    const again = await withoutBase.run({ direction: 'both' });
    assert.deepEqual([again.status, again.conflicts], ['skipped', []], JSON.stringify(again));
    const { content } = await world.platform.read(fresh.id, 'app');
    assert.match(JSON.stringify(content), /Changed","type":"Text"|Changed/u);
  });

  test('an app deleted on the platform stays in Git', async () => {
    await world.engine.run({ direction: 'export' });
    const [title = ''] = await apps();
    const files = await world.files();
    const { id } = await world.titled(title);
    await world.store.apps.remove(world.organization, id);
    assert.equal((await world.engine.run({ direction: 'both' })).status, 'skipped');
    assert.deepEqual(await world.files(), files);
  });

  test('an app that Git alone holds is imported under its name', async () => {
    await world.engine.run({ direction: 'export' });
    const path = await appFile();
    const title = path.slice(0, path.indexOf('/'));
    const { id } = await world.titled(title);
    await world.store.apps.remove(world.organization, id);
    const fresh = world.again({}, 'fresh');
    const run = await fresh.run({ direction: 'import' });
    assert.equal(run.status, 'success', JSON.stringify(run.error));
    assert.equal((await world.titled(title)).id, id);
    assert.equal((await fresh.run({ direction: 'both' })).status, 'skipped');
  });
});
