import type { Definition } from '../labels.js';
import type { Syntax } from '../parse/ParseContext.js';
import type { PrintMode, Where } from './Printer.js';

/** What a character of a line is. */
export const TEXT = 0;
export const SYNTAX = 1;
export const OPENING = 2;
export const CLOSING = 5;
export const LINK_TEXT = 3;
export const RAW = 4;

/** A line of inline content before escaping: its characters and what each is. */
export interface Line {
  readonly text: string;
  readonly kinds: Uint8Array;
  readonly where: Where;
  readonly mode: PrintMode;
  readonly syntax: Syntax;
  /** The line opens a list item, where `[x]` would be a checkbox. */
  readonly opensItem: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Whether the character at an offset is text that escaping may touch. */
export function isText(line: Line, at: number): boolean {
  const kind = line.kinds[at];
  return kind === TEXT || kind === LINK_TEXT;
}
