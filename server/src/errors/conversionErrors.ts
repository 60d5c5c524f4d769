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

/** A document would take quadratic time to read, such as thousands of unmatched emphasis marks in one paragraph. */
export class ConversionTooComplexError extends DocbridgeError {
  constructor(what: string, line: number) {
    super(
      'conversion-too-complex',
      'usage',
      `The document has ${what} near line ${line}, too many to convert. Put them into a code block or split the document.`,
      { what, line },
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
