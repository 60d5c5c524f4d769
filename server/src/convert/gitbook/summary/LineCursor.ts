import type { TextLine } from '../lines.js';

/** Walks over the indentation and markers of one line; tabs stop at every fourth column (CommonMark 0.31.2, section 2.2). */
export class LineCursor {
  /** Offset in the text; inside a tab that is only partly used it stays at the tab. */
  offset: number;
  /** Column of the offset, counted from the start of the line. */
  column = 0;
  readonly #text: string;
  readonly #end: number;
  #nonspace: number;
  #nonspaceColumn = 0;

  constructor(text: string, line: TextLine) {
    this.#text = text;
    this.#end = line.end;
    this.offset = line.start;
    this.#nonspace = line.start;
    this.#find();
  }

  /** Offset of the next character that is neither space nor tab. */
  get nonspace(): number {
    return this.#nonspace;
  }

  /** Columns from here to that character. */
  get indent(): number {
    return this.#nonspaceColumn - this.column;
  }

  get nonspaceColumn(): number {
    return this.#nonspaceColumn;
  }

  get blank(): boolean {
    return this.#nonspace >= this.#end;
  }

  /** The rest of the line from its first character that is no blank. */
  get rest(): string {
    return this.#text.slice(this.#nonspace, this.#end);
  }

  /** Goes to the next character that is no blank and beyond it by so many, none of them a tab. */
  advancePast(count: number): void {
    this.offset = this.#nonspace + count;
    this.column = this.#nonspaceColumn + count;
    this.#nonspace = this.offset;
    this.#nonspaceColumn = this.column;
    this.#find();
  }

  /** Goes forward over blanks by so many columns, which have to be there. */
  advanceColumns(count: number): void {
    const wanted = this.column + count;
    while (this.column < wanted) {
      const next =
        this.#text.charCodeAt(this.offset) === 9 ? this.column + 4 - (this.column % 4) : this.column + 1;
      this.column = Math.min(next, wanted);
      if (next <= wanted) this.offset += 1;
    }
  }

  #find(): void {
    for (; this.#nonspace < this.#end; this.#nonspace += 1) {
      const unit = this.#text.charCodeAt(this.#nonspace);
      if (unit === 9) this.#nonspaceColumn += 4 - (this.#nonspaceColumn % 4);
      else if (unit === 32) this.#nonspaceColumn += 1;
      else return;
    }
  }
}
