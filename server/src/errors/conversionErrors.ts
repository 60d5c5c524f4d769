import { DocbridgeError } from './DocbridgeError.js';

/** A document is larger than a conversion takes. `size` and `limit` count UTF-16 code units. */
export class ConversionTooLargeError extends DocbridgeError {
  constructor(size: number, limit: number) {
    super(
      'conversion-too-large',
      'usage',
      `The document holds ${size} characters; at most ${limit} can be converted. Split it into several documents.`,
      { size, limit },
    );
  }
}

/** A document nests deeper than a conversion takes. */
export class ConversionTooDeepError extends DocbridgeError {
  constructor(limit: number) {
    super(
      'conversion-too-deep',
      'usage',
      `The document nests deeper than ${limit} levels of quotes, lists or nodes. Flatten it and try again.`,
      { limit },
    );
  }
}

/** A document takes far more work to convert than its size explains, such as thousands of marks that cross. */
export class ConversionTooComplexError extends DocbridgeError {
  /** `what` names what there is too much of, such as "a table of 5000 columns and 2000 short rows". */
  constructor(what = 'syntax that nests, crosses or repeats beyond measure') {
    super(
      'conversion-too-complex',
      'usage',
      `The document has ${what}, too much to convert. Put it into a code block or split the document.`,
      { what },
    );
  }
}

/** A conversion took longer than it may. */
export class ConversionTimedOutError extends DocbridgeError {
  /** `limit` is the time it had, in milliseconds. */
  constructor(limit: number) {
    super(
      'conversion-timed-out',
      'usage',
      `The document was not converted within ${limit} ms. Try again when the machine is less busy; if that does not help, split the document or put the parts with the most syntax into code blocks.`,
      { limit },
    );
  }
}

/** What was given is not a TipTap document. `pointer` (RFC 6901) names the node. */
export class ConversionInvalidError extends DocbridgeError {
  constructor(pointer: string, detail: string) {
    super('conversion-invalid', 'usage', `This is not a TipTap document: ${detail} at "${pointer}".`, {
      pointer,
      detail,
    });
  }
}

/** Front matter that held these keys could not be read again, such as for its size. */
export class FrontMatterUnwritableError extends DocbridgeError {
  constructor(keys: readonly string[]) {
    super(
      'front-matter-unwritable',
      'usage',
      `The front matter cannot hold what is to be written into it (${keys.slice(0, 5).join(', ')}): it would be too large, too deep or not readable. Shorten it and try again.`,
      { keys },
    );
  }
}
