import type { Table, TableCell } from 'mdast';
import { attribute, furtherAttributes, textAttribute, withAttributes, withMarkup } from '../attributes.js';
import { readCarrier } from '../carrier/comment.js';
import { writeComment } from '../carrier/flavouredComment.js';
import type { Printer } from '../print/Printer.js';
import type { Reader } from '../read/Reader.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { carriedAttributes } from './carriers.js';
import { paragraph } from './inlineNode.js';
import { rawBlock } from './rawBlock.js';
import type { BlockRule } from './rule.js';

const NONE: ReadonlySet<string> = new Set();
const CELL: ReadonlySet<string> = new Set(['align', 'colwidth']);
const ALIGNMENTS: ReadonlyMap<string, string> = new Map([
  ['left', ':--'],
  ['center', ':-:'],
  ['right', '--:'],
]);

/** GFM tables: one row of headers, one paragraph a cell; column widths are in a comment right below. */
export const tableRule: BlockRule = {
  types: ['table'],
  print: (node, printer) => printTable(node, printer),
  reads: ['table'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type !== 'table') return undefined;
    if (!isRegular(node)) return { node: carryTable(node, reader), count: 1 };
    const next = nodes[at + 1];
    const columns = next?.type === 'html' ? columnWidths(next.value, node.align?.length ?? 0) : undefined;
    return { node: readTable(node, columns, reader), count: columns === undefined ? 1 : 2 };
  },
  examples: [
    {
      name: 'table',
      markdown: '| a | b |\n| --- | :-: |\n| x \\| y | 2 |',
      tiptap: [
        {
          type: 'table',
          content: [
            row('tableHeader', cell('a'), cell('b', 'center')),
            row('tableCell', cell('x | y'), cell('2', 'center')),
          ],
        },
      ],
    },
    {
      name: 'column widths',
      markdown: '| a |\n| --- |\n| 1 |\n<!-- docbridge:{"columns":[120]} -->',
      tiptap: [
        {
          type: 'table',
          content: [
            row('tableHeader', { attrs: { colwidth: [120] }, content: [paragraph('a')] }),
            row('tableCell', { attrs: { colwidth: [120] }, content: [paragraph('1')] }),
          ],
        },
      ],
    },
  ],
};

/** Most cells that rows are filled up by; cmark-gfm stops there, too. */
const MAX_ADDED = 0x80000;

/** Whether the rows hold no more than the header has columns for, and little enough less. */
function isRegular({ children }: Table): boolean {
  const columns = children[0]?.children.length ?? 0;
  const added = children.reduce((sum, row) => sum + columns - row.children.length, 0);
  return added <= MAX_ADDED && children.every((row) => row.children.slice(columns).every(isBlank));
}

function isBlank(one: TableCell): boolean {
  return one.children.length === 0;
}

function carryTable(node: Table, reader: Reader): TiptapNode {
  reader.notice('raw-block', 'A table whose rows do not fit its header is carried as its source.', node);
  return rawBlock(reader.source(node), 'raw');
}

type Cell = Omit<TiptapNode, 'type'>;

function cell(text: string, align?: string): Cell {
  return { ...(align === undefined ? {} : { attrs: { align } }), content: [paragraph(text)] };
}

function row(type: string, ...cells: readonly Cell[]): TiptapNode {
  return { type: 'tableRow', content: cells.map((one) => ({ type, ...one })) };
}

function printTable(node: TiptapNode, printer: Printer): string | undefined {
  const rows = node.content ?? [];
  const carried = carriedAttributes(node, NONE);
  const header = rows[0]?.content ?? [];
  if (carried === undefined || header.length === 0) return undefined;
  const lines: string[] = [];
  for (const [index, tableRow] of rows.entries()) {
    const cells = tableRow.content ?? [];
    const plain = tableRow.type === 'tableRow' && Object.keys(furtherAttributes(tableRow, NONE)).length === 0;
    if (!plain || cells.length !== header.length) return undefined;
    const written = cells.map((one, column) => printCell(one, index, header[column], printer));
    if (!written.every((text) => text !== undefined)) return undefined;
    const { source } = printer.written(tableRow);
    lines.push(typeof source === 'string' ? source : `| ${written.join(' | ')} |`);
    if (index === 0) lines.push(delimiterRow(header, printer.written(node)['delimiter']));
  }
  const widths = header.map((one) => width(one));
  const columns = widths.some((value) => value !== null) ? { columns: widths } : {};
  const comment = { ...columns, ...carried };
  return Object.keys(comment).length === 0
    ? lines.join('\n')
    : `${lines.join('\n')}\n${writeComment(comment, printer.traits.syntax)}`;
}

function printCell(
  one: TiptapNode,
  index: number,
  head: TiptapNode | undefined,
  printer: Printer,
): string | undefined {
  const [only, ...more] = one.content ?? [];
  if (one.type !== (index === 0 ? 'tableHeader' : 'tableCell') || head === undefined) return undefined;
  if (only?.type !== 'paragraph' || more.length > 0) return undefined;
  if (Object.keys(furtherAttributes(one, CELL)).length > 0) return undefined;
  if (Object.keys(furtherAttributes(only, NONE)).length > 0) return undefined;
  const align = attribute(one, 'align');
  if (align !== attribute(head, 'align') || (align !== null && alignment(one) === undefined))
    return undefined;
  if (width(one) !== width(head) || width(one) === false) return undefined;
  return printer.inline(only.content ?? [], 'cell')?.replace(/\|/g, '\\|');
}

/** How a cell's column is marked below the header; undefined for any other alignment. */
function alignment(one: TiptapNode): string | undefined {
  return ALIGNMENTS.get(textAttribute(one, 'align') ?? '');
}

/** The width of a cell of one column; null without one, false when it is anything else. */
function width(one: TiptapNode): number | null | false {
  const colwidth = attribute(one, 'colwidth');
  if (colwidth === null) return null;
  const [only, ...more] = Array.isArray(colwidth) ? (colwidth as readonly Json[]) : [];
  return typeof only === 'number' && more.length === 0 ? only : false;
}

function columnWidths(html: string, count: number): readonly (number | null)[] | undefined {
  const columns = readCarrier(html)?.['columns'];
  if (!Array.isArray(columns) || columns.length !== count) return undefined;
  const widths: (number | null)[] = [];
  for (const value of columns as readonly Json[]) {
    if (value !== null && typeof value !== 'number') return undefined;
    widths.push(value);
  }
  return widths;
}

function readTable(node: Table, widths: readonly (number | null)[] | undefined, reader: Reader): TiptapNode {
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((tableRow, index) => {
    const cells = Array.from({ length: columns }, (_, column) =>
      readCell(tableRow.children[column], index === 0, node.align?.[column], widths?.[column], reader),
    );
    const read = { type: 'tableRow', content: cells };
    reader.remember(read, tableRow);
    return read;
  });
  const table: TiptapNode = { type: 'table', content: rows };
  const delimiter = reader.source(node).split('\n')[1]?.trim();
  return delimiter === delimiterRow(rows[0]?.content ?? [], undefined)
    ? table
    : withMarkup(table, { delimiter });
}

/** A cell of a delimiter row, as short as ours. */
function shortest(text: string): string {
  const cell = text.trim();
  const colons = (cell.match(/:/g) ?? []).length;
  return cell.replace(/-+/, '-'.repeat(3 - colons));
}

/** The line below the header: as it was written when it still says the same. */
function delimiterRow(header: readonly TiptapNode[], written: Json | undefined): string {
  const wanted = header.map((one) => alignment(one) ?? '---');
  if (typeof written === 'string' && /^[ \t|:-]+$/.test(written)) {
    const same = written
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(shortest);
    if (same.length === wanted.length && same.every((text, column) => text === wanted[column]))
      return written;
  }
  return `| ${wanted.join(' | ')} |`;
}

function readCell(
  one: TableCell | undefined,
  header: boolean,
  align: string | null | undefined,
  columnWidth: number | null | undefined,
  reader: Reader,
): TiptapNode {
  const content = one === undefined ? [] : reader.inlines(one.children, [], 'cell');
  const read: TiptapNode = {
    type: header ? 'tableHeader' : 'tableCell',
    content: [content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }],
  };
  return withAttributes(read, {
    align,
    colwidth: typeof columnWidth === 'number' ? [columnWidth] : undefined,
  });
}
