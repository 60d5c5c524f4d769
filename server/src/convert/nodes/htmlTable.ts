import type { Nodes } from 'mdast';
import { attribute, furtherAttributes, withAttributes } from '../attributes.js';
import { readCarrier } from '../carrier/comment.js';
import { escapeHtml, readAttributes, unescapeHtml, writeAttributes } from '../carrier/htmlText.js';
import type { Printer } from '../print/Printer.js';
import type { Reader } from '../read/Reader.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { plainText } from './codeBlock.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule, TakenBlock } from './rule.js';

const NONE: ReadonlySet<string> = new Set();
const SPANS: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'align']);
const TAG = /<(\/?)(table|tr|th|td)((?: [a-z-]+="[^"\n]*")*)>|[^<\n]+|\n/g;
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} .,;()/&<>%+-]*$/u;

/** Tables that GFM has no form for: HTML around Markdown. A cell of a few plain words stays on one line. */
export const htmlTableRule: BlockRule = {
  types: ['table'],
  print: (node, printer) => {
    const carried = carriedAttributes(node, NONE);
    const rows = (node.content ?? []).map((row) => printRow(row, printer));
    if (carried === undefined || rows.length === 0 || !rows.every((row) => row !== undefined))
      return undefined;
    return afterBlock(['<table>', ...rows, '</table>'].join('\n'), carried, printer);
  },
  reads: ['html'],
  read: (nodes, at, reader) => {
    const first = nodes[at];
    if (first?.type !== 'html' || !first.value.startsWith('<table>\n')) return undefined;
    return readTable(nodes, at, reader);
  },
  examples: [
    {
      name: 'a cell over two columns',
      markdown:
        '<table>\n<tr>\n<th colspan="2">a</th>\n</tr>\n<tr>\n<td>1</td>\n<td>\n\n- x\n- y\n\n</td>\n</tr>\n</table>',
      tiptap: [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('a')] }],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', content: [paragraph('1')] },
                {
                  type: 'tableCell',
                  content: [
                    {
                      type: 'bulletList',
                      content: [
                        { type: 'listItem', content: [paragraph('x')] },
                        { type: 'listItem', content: [paragraph('y')] },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

function printRow(row: TiptapNode, printer: Printer): string | undefined {
  const cells = (row.content ?? []).map((cell) => printCell(cell, printer));
  if (row.type !== 'tableRow' || !cells.every((cell) => cell !== undefined)) return undefined;
  return [`<tr${otherAttributes(row, NONE)}>`, ...cells, '</tr>'].join('\n');
}

function printCell(cell: TiptapNode, printer: Printer): string | undefined {
  if (cell.type !== 'tableHeader' && cell.type !== 'tableCell') return undefined;
  const tag = cell.type === 'tableHeader' ? 'th' : 'td';
  const shown: Record<string, string> = {};
  for (const name of ['colspan', 'rowspan']) {
    const value = attribute(cell, name);
    if (typeof value !== 'number') return undefined;
    if (value !== 1) shown[name] = String(value);
  }
  const align = attribute(cell, 'align');
  if (align !== null && typeof align !== 'string') return undefined;
  if (align !== null) shown['align'] = align;
  const open = `<${tag}${writeAttributes(shown)}${otherAttributes(cell, SPANS)}>`;
  const blocks = cell.content ?? [];
  const words = plainWords(blocks);
  if (words !== undefined) return `${open}${escapeHtml(words)}</${tag}>`;
  return `${open}\n\n${printer.blocks(blocks, 'cell')}\n\n</${tag}>`;
}

/** The text of a cell that is nothing but a few words. */
function plainWords(blocks: readonly TiptapNode[]): string | undefined {
  const [only, ...more] = blocks;
  if (
    only?.type !== 'paragraph' ||
    more.length > 0 ||
    Object.keys(furtherAttributes(only, NONE)).length > 0
  ) {
    return undefined;
  }
  const text = plainText(only);
  return text === '' || (text !== undefined && PLAIN.test(text) && !text.endsWith(' ')) ? text : undefined;
}

function otherAttributes(node: TiptapNode, known: ReadonlySet<string>): string {
  const further = furtherAttributes(node, known);
  return Object.keys(further).length === 0
    ? ''
    : writeAttributes({ 'data-docbridge': JSON.stringify(further) });
}

interface OpenCell {
  readonly node: TiptapNode;
  readonly blocks: Nodes[];
  text: string;
}

/** What has been read of a table so far. */
interface OpenTable {
  readonly rows: { readonly attrs: Record<string, Json>; readonly cells: TiptapNode[] }[];
  cell: OpenCell | undefined;
  closed: boolean;
}

/** Reads the tags of consecutive HTML blocks and the Markdown blocks between them; any other form is left alone. */
function readTable(nodes: readonly Nodes[], at: number, reader: Reader): TakenBlock | undefined {
  const table: OpenTable = { rows: [], cell: undefined, closed: false };
  for (let index = at; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) return undefined;
    const inner = table.cell === undefined ? 0 : nestedTable(nodes, index);
    if (inner > 0) {
      for (const node of nodes.slice(index, index + inner)) table.cell?.blocks.push(node);
      index += inner - 1;
    } else if (node.type === 'html' && /^<\/?(?:table|tr|th|td)[ >]/.test(node.value)) {
      if (!readTags(node.value, table, reader)) return undefined;
      if (table.closed) return finish(table, index - at + 1);
    } else if (table.cell === undefined) {
      return undefined;
    } else {
      table.cell.blocks.push(node);
    }
  }
  return undefined;
}

function finish({ rows, cell }: OpenTable, count: number): TakenBlock | undefined {
  if (rows.length === 0 || cell !== undefined) return undefined;
  const content = rows.map(({ attrs, cells }) =>
    withAttributes<TiptapNode>({ type: 'tableRow', content: cells }, attrs),
  );
  return { node: { type: 'table', content }, count };
}

/** How many nodes a table inside a cell takes; 0 when none starts here. */
function nestedTable(nodes: readonly Nodes[], at: number): number {
  const first = nodes[at];
  if (first?.type !== 'html' || !first.value.startsWith('<table>')) return 0;
  let depth = 0;
  for (let index = at; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type === 'html') depth += balance(node.value);
    if (depth <= 0) return index - at + 1;
  }
  return 0;
}

function balance(html: string): number {
  return (html.match(/<table>/g) ?? []).length - (html.match(/<\/table>/g) ?? []).length;
}

/** Follows the tags of one HTML block; false when they are not of the form that `print` writes. */
function readTags(html: string, table: OpenTable, reader: Reader): boolean {
  for (const [whole, slash, tag, source = ''] of html.matchAll(TAG)) {
    if (tag === undefined) {
      if (whole === '\n') continue;
      if (table.cell === undefined) return false;
      table.cell.text += whole;
      continue;
    }
    const attributes = cellAttributes(source);
    if (attributes === undefined || table.closed) return false;
    if (tag === 'table') table.closed = slash !== '';
    else if (tag === 'tr') {
      if (slash === '') table.rows.push({ attrs: attributes, cells: [] });
    } else if (slash === '') {
      const type = tag === 'th' ? 'tableHeader' : 'tableCell';
      table.cell = { node: withAttributes<TiptapNode>({ type }, attributes), blocks: [], text: '' };
    } else {
      if (table.cell === undefined) return false;
      table.rows.at(-1)?.cells.push({ ...table.cell.node, content: cellContent(table.cell, reader) });
      table.cell = undefined;
    }
  }
  return true;
}

function cellContent(cell: OpenCell, reader: Reader): readonly TiptapNode[] {
  if (cell.blocks.length === 0) return [cell.text === '' ? paragraph() : paragraph(unescapeHtml(cell.text))];
  return reader.blocks(cell.blocks);
}

function cellAttributes(source: string): Record<string, Json> | undefined {
  const attributes = readAttributes(source);
  if (attributes === undefined) return undefined;
  const read: Record<string, Json> = {};
  for (const [name, value] of attributes) {
    if (name === 'colspan' || name === 'rowspan') read[name] = Number(value);
    else if (name === 'align') read[name] = value;
    else if (name === 'data-docbridge')
      Object.assign(read, readCarrier(writeBack(value)) ?? { 'data-docbridge': value });
    else return undefined;
  }
  return read;
}

/** The comment that would carry the same JSON, so that one reader checks both. */
function writeBack(json: string): string {
  return `<!-- docbridge:${json} -->`;
}
