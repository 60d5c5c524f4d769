import { ConversionTooComplexError } from '../../errors/conversionErrors.js';
import type { Budget } from './Budget.js';

/** Work that any conversion may do. */
const BASE = 40_000_000;

/** Further work for every character of the input; what people write takes about three steps. */
const PER_CHARACTER = 60;

/**
 * A budget that counts steps alone, so that the same input always ends the same way. Throws ConversionTooComplexError
 * when it is spent.
 */
export class StepBudget implements Budget {
  #left = BASE;
  #size: (() => number) | undefined;

  /** `size` gives the length of the input in UTF-16 code units; it is asked when the first part is spent. */
  constructor(size: () => number) {
    this.#size = size;
  }

  spend(work: number): void {
    this.#left -= work;
    if (this.#left >= 0) return;
    const size = this.#size?.() ?? 0;
    this.#size = undefined;
    this.#left += size * PER_CHARACTER;
    if (this.#left < 0) throw new ConversionTooComplexError();
  }
}
