import type { Definition } from '../labels.js';
import type { Syntax } from '../parse/ParseContext.js';
import type { PrintMode, Where } from './Printer.js';
import type { Style } from './style.js';

/** What a character of a line is. */
export const TEXT = 0;
export const SYNTAX = 1;
export const OPENING = 2;
export const LINK_TEXT = 3;
export const RAW = 4;
export const CLOSING = 5;

/** How a character of a line is going to be written, when not as it is. */
export const ESCAPED = 1;
export const REFERENCE = 2;

/** What decides how inline content is written. */
export interface Assembly {
  readonly where: Where;
  readonly mode: PrintMode;
  readonly style: Style;
  readonly syntax: Syntax;
  /** The line opens a list item, where `[x]` would be a checkbox. */
  readonly opensItem: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Inline content before escaping. */
export interface Line extends Assembly {
  readonly text: string;
  /** What each character is. */
  readonly kinds: readonly number[];
  /** How each is going to be written. */
  readonly marks: number[];
}

/** Whether the character at an offset is text that escaping may touch. */
export function isText({ kinds }: Line, at: number): boolean {
  const kind = kinds[at];
  return kind === TEXT || kind === LINK_TEXT;
}

/** Puts a backslash in front of a character, unless it is going to be a character reference. */
export function escapeAt({ marks }: Line, at: number): void {
  if (marks[at] === 0) marks[at] = ESCAPED;
}
