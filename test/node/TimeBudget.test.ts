import assert from 'node:assert/strict';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import { TimeBudget } from '../../server/src/node/TimeBudget.js';
import { ManualClock } from '../support/ManualClock.js';

const WORK = 100_000;
const { signal: never } = new AbortController();

suite('TimeBudget', () => {
  for (const [size, limit] of [
    [0, 1000],
    [1_000_000, 1000],
    [2_500_000, 2500],
  ] as const) {
    test(`gives ${limit} ms to ${size} characters`, async () => {
      const clock = new ManualClock(1e12);
      const budget = new TimeBudget(clock, never, size);
      await clock.advance(limit);
      budget.spend(WORK);
      await clock.advance(1);
      assert.throws(
        () => {
          budget.spend(WORK);
        },
        { code: 'conversion-timed-out', data: { limit } },
      );
    });
  }

  test('ends what was cancelled, at the first step', () => {
    const stop = new AbortController();
    const budget = new TimeBudget(new ManualClock(), stop.signal, 1);
    budget.spend(WORK);
    stop.abort();
    assert.throws(
      () => {
        budget.spend(WORK);
      },
      { code: 'cancelled' },
    );
    const late = new TimeBudget(new ManualClock(), stop.signal, 1);
    assert.throws(() => markdownToTiptap('a', { budget: late }), { code: 'cancelled' });
  });

  test('looks at the clock now and then only', () => {
    let looks = 0;
    const clock = { now: () => (looks += 1), sleep: () => Promise.resolve() };
    const budget = new TimeBudget(clock, never, 1e9);
    for (let step = 0; step < 10_000; step += 1) budget.spend(1);
    assert.ok(looks > 1 && looks < 100, String(looks));
  });
});
