import { LINE_FEED, SPACE, TAB, isSpaceOrTab } from '../codes.js';
import type { Line } from './leafLines.js';

/**
 * Reads one line of a text at a time. Columns count a tab to the next multiple of four, and a tab may be taken in part
 * (CommonMark 0.31.2, section 2.2).
 */
export class Cursor {
  readonly text: string;
  /** How many columns in a block may begin; MDX sets no limit. */
  readonly deepest: number;
  /** The line: its start and its end without the line feed. */
  start = 0;
  end = 0;
  /** Where reading goes on, and its column. */
  offset = 0;
  column = 0;
  /** Columns of the tab at `offset` were taken already. */
  inTab = false;
  /** The first character from `offset` on that is no blank, its column, and how far it is indented. */
  next = 0;
  nextColumn = 0;
  indent = 0;
  blank = false;

  /** `deepest`: a line that is indented further opens no block but code. */
  constructor(text: string, deepest = 3) {
    this.text = text;
    this.deepest = deepest;
  }

  /** Goes to the line that starts at an offset. */
  open(start: number): void {
    const end = this.text.indexOf('\n', start);
    this.start = start;
    this.end = end === -1 ? this.text.length : end;
    this.offset = start;
    this.column = 0;
    this.inTab = false;
  }

  /** Looks for the next character that is no blank. */
  look(): void {
    const { text, end } = this;
    let next = this.offset;
    let column = this.column;
    while (next < end) {
      const code = text.charCodeAt(next);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
      next += 1;
    }
    this.next = next;
    this.nextColumn = column;
    this.indent = column - this.column;
    this.blank = next === end;
  }

  /** Goes to the character that `look` found. */
  skipBlanks(): void {
    this.offset = this.next;
    this.column = this.nextColumn;
    this.inTab = false;
  }

  /** Goes on by characters that are no tabs. */
  skip(count: number): void {
    this.offset += count;
    this.column += count;
    this.inTab = false;
  }

  /** Goes on by columns, into a tab if need be. */
  skipColumns(count: number): void {
    for (let left = count; left > 0 && this.offset < this.end;) {
      const tab = this.text.charCodeAt(this.offset) === TAB;
      const width = tab ? 4 - (this.column % 4) : 1;
      const taken = Math.min(width, left);
      this.inTab = tab && taken < width;
      this.column += taken;
      if (!this.inTab) this.offset += 1;
      left -= taken;
    }
  }

  /** The code of the character that `look` found; a line feed at the end. */
  peek(): number {
    return this.next < this.end ? this.text.charCodeAt(this.next) : LINE_FEED;
  }

  /** Whether a blank stands where reading goes on. */
  atBlank(): boolean {
    return this.offset < this.end && isSpaceOrTab(this.text.charCodeAt(this.offset));
  }

  /** The rest of the line, with what is left of a tab as padding. */
  rest(): Line {
    if (this.inTab) return { from: this.offset + 1, to: this.end, padding: 4 - (this.column % 4) };
    return { from: this.offset, to: this.end, padding: 0 };
  }
}
