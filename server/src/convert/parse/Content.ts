/**
 * The text of a leaf block as inline parsing sees it, without what containers put in front of its lines, and the way
 * back to offsets of the source.
 */
export class Content {
  readonly value: string;
  /** Offsets in `value` where a piece begins, and the source offset of each; the first begins at 0. */
  readonly #starts: readonly number[];
  readonly #sources: readonly number[];
  #last = 0;

  constructor(value: string, starts: readonly number[], sources: readonly number[]) {
    this.value = value;
    this.#starts = starts;
    this.#sources = sources;
  }

  /** Content that is one slice of the source. */
  static slice(text: string, from: number, to: number): Content {
    return new Content(text.slice(from, to), [0], [from]);
  }

  /** The source offset of the character at an offset of `value`. */
  at(offset: number): number {
    const starts = this.#starts;
    let piece = this.#last;
    if (starts.length > 1) {
      while (piece > 0 && (starts[piece] ?? 0) > offset) piece -= 1;
      while (piece + 1 < starts.length && (starts[piece + 1] ?? 0) <= offset) piece += 1;
      this.#last = piece;
    }
    return (this.#sources[piece] ?? 0) + offset - (starts[piece] ?? 0);
  }

  /** The source offset right behind the character before an offset of `value`. */
  end(offset: number): number {
    return offset === 0 ? this.at(0) : this.at(offset - 1) + 1;
  }

  /** What follows an offset of `value`. */
  from(offset: number): Content {
    return offset === 0 ? this : this.part(offset, this.value.length);
  }

  /** What stands between two offsets of `value`. */
  part(from: number, to: number): Content {
    const starts = [0];
    const sources = [this.at(from)];
    this.#starts.forEach((start, piece) => {
      if (start <= from || start >= to) return;
      starts.push(start - from);
      sources.push(this.#sources[piece] ?? 0);
    });
    return new Content(this.value.slice(from, to), starts, sources);
  }
}

/** Lines of a leaf: start, end and columns of padding in front, three numbers a line. */
export type Lines = number[];

/** Joins lines whose leading blanks are already left out; blanks at the end of the last go. */
export function contentOf(text: string, lines: Lines): Content {
  const from = lines[0] ?? 0;
  let to = lines[lines.length - 2] ?? from;
  let whole = true;
  for (let at = 3; at < lines.length && whole; at += 3) whole = lines[at] === (lines[at - 2] ?? 0) + 1;
  if (whole) {
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    return Content.slice(text, from, to);
  }
  let value = '';
  const starts: number[] = [];
  const sources: number[] = [];
  for (let at = 0; at < lines.length; at += 3) {
    if (at > 0) value += '\n';
    starts.push(value.length);
    sources.push(lines[at] ?? 0);
    value += text.slice(lines[at], lines[at + 1]);
  }
  let length = value.length;
  while (length > 0 && isBlank(value.charCodeAt(length - 1))) length -= 1;
  return new Content(value.slice(0, length), starts, sources);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}
