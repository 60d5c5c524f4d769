import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { BACKSLASH, COLON, MINUS, PIPE, skipBlanks, trimBlanks } from '../codes.js';
import { Content, type SourcedText } from '../Content.js';
import type { BlockParser } from './BlockParser.js';
import { closeLeaf } from './closeLeaf.js';
import type { Cursor } from './Cursor.js';
import { lastLine, type Line } from './leafLines.js';
import type { TableLeaf, TextLeaf } from './open.js';

/** A cell of a row: with the pipes beside it, and its text. */
interface CellPlace {
  readonly from: number;
  readonly to: number;
  readonly textFrom: number;
  readonly textTo: number;
}

const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Makes a table of a paragraph's last line when the line below it is a delimiter row with as many cells (GFM tables). */
export function opensTable(parser: BlockParser, paragraph: TextLeaf): boolean {
  const { cursor } = parser;
  const code = cursor.peek();
  if ((code !== PIPE && code !== COLON && code !== MINUS) || cursor.indent > cursor.deepest) return false;
  const { text, next, end } = cursor;
  if (!DELIMITER_ROW.test(text.slice(next, end))) return false;
  const header = lastLine(paragraph.lines);
  const columns = cellsOf(text, header.from, header.to).length;
  if (columns === 0 || columns !== cellsOf(text, next, end).length) return false;
  const [first, ...others] = paragraph.lines;
  if (others.length > 0) closeLeaf(parser, { ...paragraph, lines: [first, ...others.slice(0, -1)] }, false);
  cursor.skipBlanks();
  parser.leaf = { kind: 'table', from: header.from, header, delimiters: cursor.rest(), lines: [] };
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

/** The node of a table; the delimiter row is no child of it. */
export function tableOf(parser: BlockParser, { from, header, delimiters, lines }: TableLeaf): Table {
  const { text } = parser.context;
  const align = cellsOf(text, delimiters.from, delimiters.to).map(({ textFrom, textTo }) =>
    alignment(text, textFrom, textTo),
  );
  const children = [header, ...lines].map((line) => rowOf(parser, line));
  const { to } = lines.at(-1) ?? delimiters;
  return { type: 'table', align, children, position: parser.span(from, to) };
}

function rowOf(parser: BlockParser, { from, to }: Line): TableRow {
  const { text, parts } = parser.context;
  const children = cellsOf(text, from, to).map((place): TableCell => {
    parts.add();
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
  const first = untilEscape(text, from, from, to);
  const parts: [SourcedText, ...SourcedText[]] = [first];
  for (let end = first.source + first.text.length; end < to;) {
    // The backslash is left out, and the pipe behind it begins the next part.
    const part = untilEscape(text, end + 1, end + 2, to);
    parts.push(part);
    end = part.source + part.text.length;
  }
  return Content.join(parts);
}

/** Text up to the next escaped pipe, which is looked for from an offset on. */
function untilEscape(text: string, from: number, search: number, to: number): SourcedText {
  const found = text.indexOf('\\|', search);
  return { source: from, text: text.slice(from, found === -1 || found >= to ? to : found) };
}
