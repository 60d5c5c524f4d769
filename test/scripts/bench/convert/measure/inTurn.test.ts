import assert from 'node:assert/strict';
import { measureInTurn } from '../../../../../scripts/bench/convert/measure/inTurn.js';

suite('bench: measureInTurn', () => {
  /** Two whose every run takes `wall`, and a log of who ran when. */
  function contestants(wall: number) {
    const order: string[] = [];
    const contestant = (variant: string) => ({
      variant,
      run: (nth: number) => {
        order.push(`${variant}${nth}`);
        return {
          once: [{ cpu: nth, wall }],
          twice: [1, 2].map((factor) => ({ cpu: factor * nth, wall: 0 })),
        };
      },
    });
    return { order, all: [contestant('a'), contestant('b')] };
  }

  test('lets everybody begin in turn, and does not count what warms up', () => {
    const { order, all } = contestants(2400);
    const measured = measureInTurn(all, 2, 99);
    assert.deepEqual(order, ['a0', 'a1', 'b0', 'b1', 'a2', 'b2', 'b3', 'a3']);
    assert.deepEqual(
      measured.map(({ work, variant, timings, bytes }) => [
        work,
        variant,
        timings.map(({ cpu }) => cpu),
        bytes,
      ]),
      [
        ['once', 'a', [2, 3], 99],
        ['twice', 'a', [2, 4, 3, 6], 99],
        ['once', 'b', [2, 3], 99],
        ['twice', 'b', [2, 4, 3, 6], 99],
      ],
    );
  });

  test('warms up short works often, but not without end', () => {
    const { order, all } = contestants(0);
    measureInTurn(all.slice(0, 1), 1, 0);
    assert.equal(order.length, 41);
  });

  test('measures nobody as nothing', () => assert.deepEqual(measureInTurn([], 5, 0), []));
});
