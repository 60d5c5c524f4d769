/** Zero-based line and UTF-16 code unit in it (LSP 3.17, Position with the utf-16 encoding). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open: `end` is the first position outside. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Turns UTF-16 offsets of one text into positions. Line ends are LF, CRLF and CR, as in LSP; a position
 * never points between the two units of a CRLF.
 */
export class LineMap {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
      if (unit === 10 || unit === 13) starts.push(index + 1);
    }
    this.#starts = starts;
  }

  /** Offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const bounded = Math.min(Math.max(Math.trunc(offset), 0), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    const start = this.#starts[low] ?? 0;
    return { line: low, character: Math.min(bounded, this.#lineEnd(low)) - start };
  }

  range(start: number, end: number): Range {
    const first = Math.min(start, end);
    return { start: this.position(first), end: this.position(Math.max(start, end)) };
  }

  /** Offset of a position; positions outside the text are moved to its nearest end. */
  offset({ line, character }: Position): number {
    const start = this.#starts[line];
    if (start === undefined) return line < 0 ? 0 : this.#text.length;
    return Math.min(start + Math.max(character, 0), this.#lineEnd(line));
  }

  /** End of a line without its line end. */
  #lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    if (line + 1 >= this.#starts.length) return end;
    end -= 1;
    return this.#text[end] === '\n' && this.#text[end - 1] === '\r' ? end - 1 : end;
  }
}
