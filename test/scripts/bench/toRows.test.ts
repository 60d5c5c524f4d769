import assert from 'node:assert/strict';
import type { Measured } from '../../../scripts/bench/Measured.js';
import { toRows } from '../../../scripts/bench/toRows.js';

function measured(work: string, variant: string, cpu: readonly number[]): Measured {
  return { work, variant, bytes: 1000, timings: cpu.map((each) => ({ cpu: each, wall: each * 2 })) };
}

suite('bench: toRows', () => {
  test('gives medians, and how many times as fast as the yardstick of the same work', () => {
    const rows = toRows(
      [
        measured('parse', 'docbridge', [2, 100, 1.5]),
        measured('parse', 'peer', [10, 11, 9]),
        measured('print', 'peer', [7]),
      ],
      { parse: 'peer', print: 'peer' },
    );
    const common = { rss_mb: null, bytes: 1000, requests: 0 };
    assert.deepEqual(rows, [
      { work: 'parse', variant: 'docbridge', cpu_ms: 2, wall_ms: 4, ratio: 5, ...common },
      { work: 'parse', variant: 'peer', cpu_ms: 10, wall_ms: 20, ratio: 1, ...common },
      { work: 'print', variant: 'peer', cpu_ms: 7, wall_ms: 14, ratio: 1, ...common },
    ]);
  });

  test('a slower variant is below 1', () => {
    const [slow] = toRows([measured('a', 'slow', [30]), measured('a', 'fast', [10])], { a: 'fast' });
    assert.equal(slow?.ratio, 0.333);
  });

  test('has no ratio without a yardstick, a yardstick that was measured, or any time', () => {
    const ratio = (own: Measured, yardsticks: Record<string, string>) => toRows([own], yardsticks)[0]?.ratio;
    assert.equal(ratio(measured('a', 'x', [1]), {}), null);
    assert.equal(ratio(measured('a', 'x', [1]), { a: 'y' }), null);
    assert.equal(ratio(measured('a', 'x', [0]), { a: 'x' }), null);
  });
});
