/** Characters that follow one another in the source, too. */
export interface Piece {
  /** Where it begins in the content, and in the source. */
  readonly start: number;
  readonly source: number;
  readonly before: Piece | undefined;
  after: Piece | undefined;
}

/** A slice of text, and where it stands in the source. */
export interface SourcedText {
  readonly text: string;
  readonly source: number;
}

/**
 * The text of a leaf block as inline parsing sees it, without what containers put in front of its lines, and the way
 * back to offsets of the source.
 */
export class Content {
  readonly value: string;
  /** The piece that was asked for last; others are found from there. */
  #piece: Piece;

  constructor(value: string, piece: Piece) {
    this.value = value;
    this.#piece = piece;
  }

  /** Content that is one slice of the source. */
  static slice(text: string, from: number, to: number): Content {
    return new Content(text.slice(from, to), { start: 0, source: from, before: undefined, after: undefined });
  }

  /** Content of several slices; the first one's place counts when they are all empty. */
  static join([first, ...others]: readonly [SourcedText, ...SourcedText[]]): Content {
    let value = first.text;
    let last: Piece = { start: 0, source: first.source, before: undefined, after: undefined };
    for (const { text, source } of others) {
      last = last.after = { start: value.length, source, before: last, after: undefined };
      value += text;
    }
    return new Content(value, last);
  }

  /** The source offset of the character at an offset of `value`. */
  at(offset: number): number {
    let piece = this.#piece;
    while (piece.before !== undefined && piece.start > offset) piece = piece.before;
    while (piece.after !== undefined && piece.after.start <= offset) piece = piece.after;
    this.#piece = piece;
    return piece.source + offset - piece.start;
  }

  /** The source offset right behind the character before an offset of `value`. */
  end(offset: number): number {
    return this.at(offset - 1) + 1;
  }

  /** What follows an offset of `value`. */
  from(offset: number): Content {
    return offset === 0 ? this : this.part(offset, this.value.length);
  }

  /** What stands between two offsets of `value`. */
  part(from: number, to: number): Content {
    const value = this.value.slice(from, to);
    let last: Piece = { start: 0, source: this.at(from), before: undefined, after: undefined };
    for (let piece = this.#piece.after; piece !== undefined && piece.start < to; piece = piece.after) {
      last = last.after = {
        start: piece.start - from,
        source: piece.source,
        before: last,
        after: undefined,
      };
    }
    return new Content(value, last);
  }
}
