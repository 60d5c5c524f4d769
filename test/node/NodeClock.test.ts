import assert from 'node:assert/strict';

import { CancelledError } from '../../server/src/errors/networkErrors.js';
import { NodeClock } from '../../server/src/node/NodeClock.js';

suite('NodeClock', () => {
  const clock = new NodeClock();

  test('time does not run backwards over a sleep', async () => {
    const before = clock.now();
    await clock.sleep(2);
    assert.ok(clock.now() >= before);
  });

  test('an abort before or during a sleep rejects with CancelledError', async () => {
    await assert.rejects(clock.sleep(60_000, AbortSignal.abort()), CancelledError);
    const controller = new AbortController();
    const sleep = clock.sleep(60_000, controller.signal);
    controller.abort();
    await assert.rejects(sleep, CancelledError);
  });

  test('an abort after the sleep changes nothing', async () => {
    const controller = new AbortController();
    await clock.sleep(0, controller.signal);
    controller.abort();
  });
});
