import assert from 'node:assert/strict';

import { NodeRandom } from '../../server/src/node/NodeRandom.js';

suite('NodeRandom', () => {
  const random = new NodeRandom();

  test('gives distinct version 4 UUIDs', () => {
    const ids = Array.from({ length: 100 }, () => random.uuid());
    assert.equal(new Set(ids).size, 100);
    for (const id of ids)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('gives distinct fractions in [0, 1)', () => {
    const fractions = Array.from({ length: 100 }, () => random.fraction());
    assert.ok(fractions.every((fraction) => fraction >= 0 && fraction < 1));
    assert.ok(new Set(fractions).size > 90);
  });
});
