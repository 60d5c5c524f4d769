import { CancelledError } from '../../server/src/errors/networkErrors.js';
import type { Clock } from '../../server/src/ports/Clock.js';

/** A clock whose time stands still and whose sleep is over at once; it remembers how long it should have been. */
export class InstantClock implements Clock {
  readonly slept: number[] = [];

  now(): number {
    return Date.parse('2026-01-02T03:04:05.000Z');
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(new CancelledError());
    this.slept.push(ms);
    return Promise.resolve();
  }
}
