import type { Json, TiptapNode } from '../../../convert/tiptap.js';
import { blocks } from './blocks.js';
import type { Inline } from './inline.js';
import { isNode } from './inline.js';

/** Attributes of a cell; `colwidth` is in CSS pixels, one number for each column that it spans. */
export interface CellAttributes {
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly colwidth?: readonly number[];
  readonly align?: 'left' | 'center' | 'right';
}

function cell(type: string, attrs: CellAttributes, parts: readonly Inline[]): TiptapNode {
  const given: Record<string, Json> = {};
  for (const [name, value] of Object.entries(attrs) as [string, Json][]) given[name] = value;
  return { type, ...(Object.keys(given).length > 0 && { attrs: given }), content: blocks(parts) };
}

export function td(...parts: readonly Inline[]): TiptapNode {
  return cell('tableCell', {}, parts);
}

export function th(...parts: readonly Inline[]): TiptapNode {
  return cell('tableHeader', {}, parts);
}

export function tdWith(attrs: CellAttributes, ...parts: readonly Inline[]): TiptapNode {
  return cell('tableCell', attrs, parts);
}

export function thWith(attrs: CellAttributes, ...parts: readonly Inline[]): TiptapNode {
  return cell('tableHeader', attrs, parts);
}

/** A row of cells; running text becomes a plain cell. */
export function tr(...cells: readonly Inline[]): TiptapNode {
  return { type: 'tableRow', content: cells.map((part) => asCell(part, td)) };
}

/** A header row; running text becomes a header cell. */
export function head(...cells: readonly Inline[]): TiptapNode {
  return { type: 'tableRow', content: cells.map((part) => asCell(part, th)) };
}

/** A row whose first cell is a header. */
export function rowHead(first: Inline, ...rest: readonly Inline[]): TiptapNode {
  return { type: 'tableRow', content: [asCell(first, th), ...rest.map((part) => asCell(part, td))] };
}

export function table(...rows: readonly TiptapNode[]): TiptapNode {
  return { type: 'table', content: rows };
}

function asCell(part: Inline, make: (...parts: readonly Inline[]) => TiptapNode): TiptapNode {
  const isCell = isNode(part) && (part.type === 'tableCell' || part.type === 'tableHeader');
  return isCell ? part : make(part);
}
