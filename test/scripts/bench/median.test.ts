import assert from 'node:assert/strict';
import fc from 'fast-check';
import { median } from '../../../scripts/bench/median.js';

suite('bench: median', () => {
  test('takes the middle of an odd count, the mean of two of an even one', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([10, 2, 4, 100]), 7);
    assert.equal(median([3]), 3);
  });

  test('compares numbers, not their text, and leaves its argument alone', () => {
    const values = [10, 9, 100];
    assert.equal(median(values), 10);
    assert.deepEqual(values, [10, 9, 100]);
  });

  test('has no answer for nothing', () => {
    assert.throws(() => median([]), RangeError);
  });

  test('has as many values on one side as on the other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        assert.ok(below <= values.length / 2 && above <= values.length / 2);
      }),
    );
  });
});
