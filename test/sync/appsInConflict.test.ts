import assert from 'node:assert/strict';
import { readMeta } from '../../server/src/apps/metaFile.js';
import { sampleContent } from '../../server/src/platforms/embedded/samples/sampleContent.js';
import type { Engine } from '../../server/src/sync/Engine.js';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

interface Clash {
  /** On a state of its own, so that nobody agreed to replacing an app in it. */
  readonly engine: Engine;
  readonly id: string;
  readonly title: string;
}

suite('engine: apps in conflict', () => {
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

  /** The first sync of an app that is not the same in Git, where a component's name ends in "Changed". */
  const clash = async (): Promise<Clash> => {
    await world.engine.run({ direction: 'both' });
    const path = (await world.files()).find((name) => !name.startsWith('.meta')) ?? '';
    const text = (await world.file(path)) ?? '';
    const component = /"name": "([a-z]+\w*)",\n(\s+)"type": "Text"/u;
    assert.match(text, component);
    await world.push({ [path]: text.replace(component, '"name": "$1Changed",\n$2"type": "Text"') });
    const engine = world.again({}, 'fresh');
    const run = await engine.run({ direction: 'both' });
    const [id] = run.conflicts;
    assert.ok(id !== undefined, JSON.stringify(run));
    return { engine, id, title: path.slice(0, path.indexOf('/')) };
  };

  test('keeping Git asks about the new app first; the conflict stays open until that is answered', async () => {
    const { engine, id, title } = await clash();
    const asked = await engine.resolve(id, { keep: 'git' });
    assert.equal(asked.error?.code, 'app-replacement', JSON.stringify(asked));
    assert.deepEqual(
      (await engine.conflicts()).map((record) => record.id),
      [id],
    );

    const hash = asked.error.data['hash'];
    assert.ok(typeof hash === 'string');
    const closed = await engine.resolve(id, { keep: 'git' }, { confirm: hash });
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    const { content } = await world.platform.read((await world.titled(title)).id, 'app');
    assert.match(JSON.stringify(content), /Changed/u);
    assert.deepEqual(await engine.conflicts(), []);
    assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
  });

  test('keeping both makes a second app that meta.json names', async () => {
    const { engine, id, title } = await clash();
    const closed = await engine.resolve(id, { keep: 'both' });
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    const named = readMeta((await world.file('.meta/meta.json')) ?? '').entries.map(
      (entry) => `${entry.gitAppName}/${entry.gitVersionName}.json`,
    );
    const files = (await world.files()).filter((name) => !name.startsWith('.meta'));
    assert.deepEqual(named.sort(), files);
    assert.ok(files.some((name) => name.startsWith(`${title} (Git)/`)));
    const copy = await world.platform.read((await world.titled(`${title} (Git)`)).id, 'app');
    assert.match(JSON.stringify(copy.content), /Changed/u);
    assert.equal((await engine.run({ direction: 'both' })).status, 'skipped');
    const lost = await world.again({}, 'fresh').run({ direction: 'both' });
    assert.equal(lost.status, 'skipped', JSON.stringify(lost));
  });
});
