import type { Span } from '../SummaryTree.js';

/** The text of a paragraph or heading, its lines joined by `\n`, and where its characters stand in the file. */
export class BlockContent {
  readonly text: string;
  /** From its first character to its last. */
  readonly place: Span;
  readonly #starts: readonly { readonly at: number; readonly source: number }[];

  constructor(source: string, lines: readonly Span[]) {
    const starts: { at: number; source: number }[] = [];
    let at = 0;
    for (const { start, end } of lines) {
      starts.push({ at, source: start });
      at += end - start + 1;
    }
    this.#starts = starts;
    this.text = lines
      .map(({ start, end }) => source.slice(start, end))
      .join('\n')
      .replace(/(?<![ \t])[ \t]+$/, '');
    const start = starts[0]?.source ?? 0;
    this.place = { start, end: Math.max(start, this.offset(this.text.length)) };
  }

  span({ start, end }: Span): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }

  /** The offset in the file of a character of the text, or of the end of the line before it. */
  offset(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const line = this.#starts[low];
    return line === undefined ? at : line.source + at - line.at;
  }
}
