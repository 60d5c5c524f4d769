import { ConversionTooComplexError } from '../../errors/conversionErrors.js';

/**
 * Most parts of one text: blocks, cells, and what inline content is cut into. So many, with all that is made of them, take
 * about 200 MB; ten million characters of what people write have fewer.
 */
export const MAX_PARTS = 400_000;

/** Most parts of one paragraph, heading or cell: all of them are written at once, so each takes more. */
const MAX_IN_BLOCK = 200_000;

/** Counts the parts of one text. */
export class Parts {
  #count = 0;

  /** `inBlock` counts the parts of the same paragraph. Throws ConversionTooComplexError when there are too many. */
  add(inBlock = 0): void {
    this.#count += 1;
    if (inBlock > MAX_IN_BLOCK)
      throw new ConversionTooComplexError(
        `a paragraph of more than ${MAX_IN_BLOCK} links, marks and brackets`,
      );
    if (this.#count > MAX_PARTS)
      throw new ConversionTooComplexError(`more than ${MAX_PARTS} blocks, cells, links, marks and brackets`);
  }
}
