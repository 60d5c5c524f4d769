import assert from 'node:assert/strict';
import { startEngineWorld } from '../support/engineWorld.js';
import type { EngineWorld } from '../support/engineWorld.js';

suite('first sync: what fits more than one', () => {
  let world: EngineWorld;

  setup(async () => {
    world = await startEngineWorld();
  });

  teardown(async () => {
    await world.stop();
  });

  test('is left alone and named with what to do, while the rest goes on', async () => {
    const first = await world.create('Same', 'One.');
    const second = await world.create('Same', 'Two.');
    await world.create('Other', 'Three.');
    await world.push({ 'page.md': '---\ntitle: Same\n---\n\nFour.\n' });

    const run = await world.engine.run({ direction: 'both' });

    assert.equal(run.status, 'error');
    assert.equal(run.error?.code, 'items-failed');
    assert.deepEqual(run.conflicts, []);
    for (const word of ['"page.md"', first.id, second.id, 'docbridge: { id']) {
      assert.ok(run.error.message.includes(word), `${run.error.message} lacks ${word}`);
    }
    assert.deepEqual(await world.files(), ['Other.md', 'page.md']);
    const status = await world.engine.status();
    assert.deepEqual([status.state, status.conflicts, status.error?.code], ['error', 0, 'ambiguous-match']);
  });

  test('is told apart by the id that the message asks for', async () => {
    await world.create('Same', 'One.');
    const { id } = await world.create('Same', 'Two.');
    await world.push({ 'page.md': `---\ntitle: Same\ndocbridge: { id: ${id} }\n---\n\nTwo.\n` });

    const run = await world.engine.run({ direction: 'both' });

    assert.equal(run.status, 'success');
    assert.deepEqual(await world.files(), ['Same.md', 'page.md']);
  });
});
