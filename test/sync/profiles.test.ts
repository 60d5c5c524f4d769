import assert from 'node:assert/strict';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('profiles', () => {
  let world: EngineWorld;

  teardown(async () => {
    await world.stop();
  });

  test('hugo: the id stands under params, and is found there', async () => {
    world = await startEngineWorld({ binding: { profile: 'hugo' } });
    const { id } = await world.create('Intro', 'Hello.');
    await world.engine.run({ direction: 'export' });
    const file = `---\ntitle: Intro\nparams:\n  docbridge:\n    id: ${id}\n---\n\nHello.`;
    assert.equal(await world.file('Intro.md'), file);
    // Neither the path nor the title leads to the document any more.
    await world.push({
      'Intro.md': null,
      'guides/start.md': file.replace('title: Intro', 'title: "Start" # new'),
    });
    const run = await world.again({}, 'fresh').run({ direction: 'both' });
    assert.deepEqual([run.status, run.message], ['skipped', 'Nothing to do']);
    assert.equal((await world.titled('Intro')).id, id);
    assert.deepEqual(await world.files(), ['guides/start.md']);
  });

  test('hugo: a copy is an item of its own, and params stays when it holds more', async () => {
    world = await startEngineWorld({ binding: { profile: 'hugo' } });
    await world.create('Clash', 'Base.');
    await world.engine.run({ direction: 'export' });
    const file = (await world.file('Clash.md')) ?? '';
    await world.rewrite('Clash', 'From the platform.');
    await world.push({
      'Clash.md': file.replace('Base.', 'From Git.').replace('params:\n', 'params:\n  color: red # ours\n'),
    });
    await world.engine.run({ direction: 'both' });
    const { id } = await world.titled('Clash');
    const closed = await world.engine.resolve(id, { keep: 'both' });
    assert.equal(closed.status, 'success', JSON.stringify(closed));
    const copies = (await world.files()).filter((path) => path !== 'Clash.md');
    assert.equal(copies.length, 1);
    const copy = (await world.file(copies[0] ?? '')) ?? '';
    assert.match(copy, /^---\ntitle: .+\nparams:\n {2}color: red # ours\n---\n\nFrom Git\.$/u);
  });

  test('gitbook: a hidden page that is new in Git is a draft', async () => {
    world = await startEngineWorld({ binding: { profile: 'gitbook' } });
    await world.push({
      'Later.md': '---\nhidden: true\n---\n\nNot yet.\n',
      'Now.md': '---\ndraft: true\n---\n\nNow.\n',
    });
    await world.engine.run({ direction: 'import' });
    assert.deepEqual((await world.engine.status()).left_out, { draft: 1 });
    assert.equal(await world.textOf('Now'), 'Now.');
  });
});
