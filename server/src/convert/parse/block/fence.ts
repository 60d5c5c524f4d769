import { BACKTICK, DOLLAR, TILDE, isSpaceOrTab, skipBlanks, trimBlanks } from '../codes.js';
import type { BlockParser } from './BlockParser.js';
import type { Cursor } from './Cursor.js';
import type { Fence } from './open.js';
import type { Started } from './startBlock.js';

/** Code between fences (CommonMark 0.31.2, section 4.5), or a formula between lines of `$$`. */
export function startFence(parser: BlockParser, depth: number, char: number): Started {
  const { cursor } = parser;
  const { text, next, end } = cursor;
  let at = next;
  while (at < end && text.charCodeAt(at) === char) at += 1;
  if (at - next < (char === DOLLAR ? 2 : 3)) return undefined;
  const from = skipBlanks(text, at, end);
  const info = text.slice(from, trimBlanks(text, from, end));
  if (char !== TILDE && info.includes(char === BACKTICK ? '`' : '$')) return undefined;
  const fence: Fence = { char, length: at - next, indent: cursor.indent, info };
  parser.closeTo(depth);
  parser.leaf = { kind: char === DOLLAR ? 'math' : 'fence', from: next, lines: [], fence };
  return 'leaf';
}

/** Whether a line closes a fence. */
export function closingFence(cursor: Cursor, fence: Fence): boolean {
  const { text, next, end } = cursor;
  if (cursor.indent > cursor.deepest || cursor.peek() !== fence.char) return false;
  let at = next;
  while (at < end && text.charCodeAt(at) === fence.char) at += 1;
  return at - next >= fence.length && skipBlanks(text, at, end) === end;
}

/** Takes as many blanks as the opening fence had in front. */
export function stripFenceIndent(cursor: Cursor, indent: number): void {
  for (let left = indent; left > 0 && cursor.offset < cursor.end; left -= 1) {
    if (!isSpaceOrTab(cursor.text.charCodeAt(cursor.offset))) return;
    cursor.skipColumns(1);
  }
}
