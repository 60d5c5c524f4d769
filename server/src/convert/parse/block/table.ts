import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { BACKSLASH, COLON, MINUS, PIPE, skipBlanks, trimBlanks } from '../codes.js';
import { Content } from '../Content.js';
import type { BlockParser } from './BlockParser.js';
import { closeLeaf } from './closeLeaf.js';
import type { Cursor } from './Cursor.js';
import type { Leaf } from './open.js';

/** A cell of a row: with the pipes beside it, and its text. */
interface CellPlace {
  readonly from: number;
  readonly to: number;
  readonly textFrom: number;
  readonly textTo: number;
}

const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Makes a table of a paragraph's last line when the line below it is a delimiter row with as many cells (GFM tables). */
export function opensTable(parser: BlockParser, paragraph: Leaf): boolean {
  const { cursor } = parser;
  const code = cursor.peek();
  if ((code !== PIPE && code !== COLON && code !== MINUS) || cursor.indent > cursor.deepest) return false;
  const { text, next, end } = cursor;
  if (!DELIMITER_ROW.test(text.slice(next, end))) return false;
  const { lines } = paragraph;
  const [from = 0, to = 0] = lines.slice(-3);
  const columns = cellsOf(text, from, to).length;
  if (columns === 0 || columns !== cellsOf(text, next, end).length) return false;
  const header = lines.splice(-3);
  parser.leaf = undefined;
  if (lines.length > 0) closeLeaf(parser, paragraph, false);
  parser.leaf = { kind: 'table', from, lines: header };
  cursor.skipBlanks();
  cursor.addTo(header);
  return true;
}

/** Whether a line goes on with a table. */
export function isRow(cursor: Cursor): boolean {
  return (
    !cursor.blank &&
    cursor.indent <= cursor.deepest &&
    cellsOf(cursor.text, cursor.next, cursor.end).length > 0
  );
}

/** The node of a table; its second line is the delimiter row. */
export function tableOf(parser: BlockParser, leaf: Leaf): Table {
  const { text } = parser.context;
  const { lines } = leaf;
  const align = cellsOf(text, lines[3] ?? 0, lines[4] ?? 0).map(({ textFrom, textTo }) =>
    alignment(text, textFrom, textTo),
  );
  const children: TableRow[] = [];
  for (let at = 0; at < lines.length; at += 3) {
    if (at !== 3) children.push(rowOf(parser, lines[at] ?? 0, lines[at + 1] ?? 0));
  }
  return { type: 'table', align, children, position: parser.span(leaf.from, lines[lines.length - 2] ?? 0) };
}

function rowOf(parser: BlockParser, from: number, to: number): TableRow {
  const { text } = parser.context;
  const children = cellsOf(text, from, to).map((place): TableCell => {
    const node: TableCell = { type: 'tableCell', children: [], position: parser.span(place.from, place.to) };
    if (place.textTo > place.textFrom) {
      parser.pending.push({ node, content: cellContent(text, place.textFrom, place.textTo) });
    }
    return node;
  });
  return { type: 'tableRow', children, position: parser.span(from, to) };
}

function alignment(text: string, from: number, to: number): AlignType {
  const left = text.charCodeAt(from) === COLON;
  const right = text.charCodeAt(to - 1) === COLON;
  return left ? (right ? 'center' : 'left') : right ? 'right' : null;
}

/**
 * Cuts a row into its cells. A pipe right after a backslash is text, also inside code. A cell takes the pipe in front
 * of it, the last one the pipe behind it, too.
 */
function cellsOf(text: string, from: number, end: number): readonly CellPlace[] {
  const cells: CellPlace[] = [];
  const to = trimBlanks(text, from, end);
  let start = from;
  let at = text.charCodeAt(from) === PIPE && to > from ? from + 1 : from;
  while (at < to) {
    let close = at;
    while (close < to && text.charCodeAt(close) !== PIPE) {
      const escaped = text.charCodeAt(close) === BACKSLASH && text.charCodeAt(close + 1) === PIPE;
      close += escaped ? 2 : 1;
    }
    const piped = close < to;
    const last = close + 1 >= to;
    const textFrom = skipBlanks(text, at, Math.min(close, to));
    const textTo = trimBlanks(text, textFrom, Math.min(close, to));
    cells.push({ from: start, to: last ? end : close, textFrom, textTo });
    start = close;
    at = piped ? close + 1 : to;
  }
  return cells;
}

/** The text of a cell with its escaped pipes as pipes. */
function cellContent(text: string, from: number, to: number): Content {
  let value = '';
  const starts: number[] = [];
  const sources: number[] = [];
  for (let at = from; at < to;) {
    // What stands at `at` may be the pipe that was escaped.
    const found = text.indexOf('\\|', at === from ? at : at + 1);
    const end = found === -1 || found >= to ? to : found;
    starts.push(value.length);
    sources.push(at);
    value += text.slice(at, end);
    at = end === to ? to : end + 1;
  }
  return new Content(value, starts, sources);
}
