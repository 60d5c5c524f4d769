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
    this.place = { start: this.offset(0), end: this.offset(this.text.length) };
  }

  span({ start, end }: Span): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }

  /** The offset in the file of a character of the text, or of the end of the line before it. */
  offset(at: number): number {
    let offset = at;
    for (const line of this.#starts) if (line.at <= at) offset = line.source + at - line.at;
    return offset;
  }
}
