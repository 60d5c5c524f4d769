import assert from 'node:assert/strict';
import { measureInTurn } from '../../../../../scripts/bench/convert/measure/inTurn.js';

suite('bench: measureInTurn', () => {
  test('lets everybody begin once in a while, and does not count the first round', () => {
    const order: string[] = [];
    const contestant = (variant: string) => ({
      variant,
      run: (round: number) => {
        order.push(`${variant}${round}`);
        return { first: { cpu: round, wall: 0 }, second: { cpu: 10 * round, wall: 0 } };
      },
    });
    const measured = measureInTurn([contestant('a'), contestant('b')], 2, 99);
    assert.deepEqual(order, ['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    const timings = (factor: number) => [
      { cpu: factor, wall: 0 },
      { cpu: 2 * factor, wall: 0 },
    ];
    assert.deepEqual(measured, [
      { work: 'first', variant: 'a', timings: timings(1), bytes: 99 },
      { work: 'second', variant: 'a', timings: timings(10), bytes: 99 },
      { work: 'first', variant: 'b', timings: timings(1), bytes: 99 },
      { work: 'second', variant: 'b', timings: timings(10), bytes: 99 },
    ]);
  });

  test('measures nobody as nothing', () => assert.deepEqual(measureInTurn([], 5, 0), []));
});
