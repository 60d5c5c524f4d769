import assert from 'node:assert/strict';
import { createRandom } from '../../../../scripts/bench/documents/random.js';

suite('bench: random', () => {
  const draws = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 2000 }, () => random.integer(10));
  };

  test('repeats for a seed, and for 0, which the method itself cannot take', () => {
    assert.deepEqual(draws(7), draws(7));
    assert.notDeepEqual(draws(7), draws(8));
    assert.equal(new Set(draws(0)).size, 10);
  });

  test('draws every number about as often', () => {
    for (let number = 0; number < 10; number += 1) {
      const count = draws(42).filter((draw) => draw === number).length;
      assert.ok(count > 140 && count < 260, `${number}: ${count}`);
    }
  });

  test('picks only what is there', () => {
    const random = createRandom(1);
    assert.equal(random.pick(['a']), 'a');
    assert.throws(() => random.pick([]), RangeError);
    assert.equal(random.chance(0), false);
    assert.equal(random.chance(100), true);
  });
});
