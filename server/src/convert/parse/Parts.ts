import { ConversionTooComplexError } from '../../errors/conversionErrors.js';

/**
 * Most parts of one text: blocks, cells, and what inline content is cut into. So many, with all that is made of them, take
 * about 200 MB; ten million characters of what people write have fewer.
 */
export const MAX_PARTS = 400_000;

/** Counts the parts of one text. */
export class Parts {
  #count = 0;

  /** Throws ConversionTooComplexError when there are too many. */
  add(): void {
    this.#count += 1;
    if (this.#count > MAX_PARTS)
      throw new ConversionTooComplexError(`more than ${MAX_PARTS} blocks, cells, links, marks and brackets`);
  }
}
