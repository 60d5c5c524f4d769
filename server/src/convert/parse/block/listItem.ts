import type { List, ListItem } from 'mdast';
import { DOT, PAREN_CLOSE, isDigit, isSpaceOrTab } from '../codes.js';
import type { BlockParser } from './BlockParser.js';
import type { OpenList } from './open.js';
import type { Started } from './startBlock.js';

/** What a list item begins with. */
interface Marker {
  /** The bullet, or the delimiter after the number. */
  readonly char: number;
  readonly length: number;
  /** The number of an ordered item. */
  readonly start: number | null;
}

/** Opens a list item, and the list when it is the first (CommonMark 0.31.2, sections 5.2 and 5.3). */
export function startItem(parser: BlockParser, depth: number, interrupts: boolean): Started {
  const { cursor } = parser;
  const { next: from, indent } = cursor;
  const marker = readMarker(parser);
  if (marker === undefined) return undefined;
  if (interrupts && (!isOne(marker) || isBlankAfter(parser, from + marker.length))) return undefined;
  parser.closeTo(depth);
  cursor.skipBlanks();
  cursor.skip(marker.length);
  const { offset, column } = cursor;
  cursor.look();
  const spaces = cursor.indent;
  let padding = spaces;
  if (spaces > cursor.deepest + 1 || cursor.blank) {
    padding = 1;
    if (cursor.atBlank()) cursor.skipColumns(1);
  } else {
    cursor.offset = offset;
    cursor.column = column;
    cursor.skipColumns(spaces);
  }
  const parent = openList(parser, marker, from);
  const item: ListItem = { type: 'listItem', spread: false, checked: null, children: [] };
  parser.context.parts.add();
  parent.node.children.push(item);
  const to = cursor.blank ? cursor.end : cursor.offset;
  parser.push({
    kind: 'item',
    node: item,
    parent,
    from,
    to,
    width: indent + marker.length + padding,
    list: undefined,
  });
  return 'container';
}

function openList(parser: BlockParser, marker: Marker, from: number): OpenList {
  const { top } = parser;
  if (top.list?.marker === marker.char) return top.list;
  const node: List = {
    type: 'list',
    ordered: marker.start !== null,
    start: marker.start,
    spread: false,
    children: [],
  };
  parser.attach(node, 0);
  return (top.list = { node, from, marker: marker.char });
}

function readMarker(parser: BlockParser): Marker | undefined {
  const { text, next, end } = parser.cursor;
  let at = next;
  while (at < end && at - next < 10 && isDigit(text.charCodeAt(at))) at += 1;
  const digits = at - next;
  if (digits > 9) return undefined;
  const char = at < end ? text.charCodeAt(at) : 0;
  if (digits > 0 && char !== DOT && char !== PAREN_CLOSE) return undefined;
  const after = at + 1;
  if (after < end && !isSpaceOrTab(text.charCodeAt(after))) return undefined;
  const start = digits === 0 ? null : Number(text.slice(next, at));
  return { char, length: after - next, start };
}

/** Only a list that starts at one interrupts a paragraph. */
function isOne({ start }: Marker): boolean {
  return start === null || start === 1;
}

function isBlankAfter(parser: BlockParser, at: number): boolean {
  const { text, end } = parser.cursor;
  for (let next = at; next < end; next += 1) if (!isSpaceOrTab(text.charCodeAt(next))) return false;
  return true;
}
