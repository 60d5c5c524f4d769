import type { Budget } from '../convert/budget/Budget.js';
import { ConversionTimedOutError } from '../errors/conversionErrors.js';
import { CancelledError } from '../errors/networkErrors.js';
import type { Clock } from '../ports/Clock.js';

/** Milliseconds that a conversion of up to a million characters may take. */
export const CONVERSION_MS = 1000;

/** Characters (UTF-16 code units, or bytes where only those are known) that CONVERSION_MS is for. */
const SIZE = 1_000_000;

/** Work after which the clock is looked at; well below a millisecond. */
const STRIDE = 2000;

/**
 * The time that one conversion may take, from its start: CONVERSION_MS, and as much again for every further million
 * characters of the input. Throws ConversionTimedOutError when it is over, and CancelledError once the signal has fired.
 */
export class TimeBudget implements Budget {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #limit: number;
  readonly #end: number;
  #work = STRIDE;

  /** `size` is the length of all that is converted, the base included. */
  constructor(clock: Clock, signal: AbortSignal, size: number) {
    this.#clock = clock;
    this.#signal = signal;
    this.#limit = Math.round(CONVERSION_MS * Math.max(1, size / SIZE));
    this.#end = clock.now() + this.#limit;
  }

  spend(work: number): void {
    this.#work += work;
    if (this.#work < STRIDE) return;
    this.#work = 0;
    if (this.#signal.aborted) throw new CancelledError();
    if (this.#clock.now() > this.#end) throw new ConversionTimedOutError(this.#limit);
  }
}
