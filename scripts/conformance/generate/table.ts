import fc from 'fast-check';
import type { Json, TiptapNode } from '../../../server/src/convert/tiptap.js';

/** Cells that a merged one stands for: `rows` by `columns` from the place where it begins. */
interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Tables of up to 4 rows and 3 columns: headers anywhere, cells over several places, alignment, column widths. */
export function table(cell: fc.Arbitrary<readonly TiptapNode[]>): fc.Arbitrary<TiptapNode> {
  return fc
    .record({
      rows: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer({ min: 1, max: 3 }),
      cells: fc.array(cell, { minLength: 12, maxLength: 12 }),
      header: fc.constantFrom('row', 'row', 'row', 'none', 'column', 'both'),
      align: fc.array(fc.constantFrom(null, null, null, 'left', 'center', 'right'), {
        minLength: 3,
        maxLength: 3,
      }),
      loneAlign: fc.constantFrom(false, false, false, false, true),
      widths: fc.constantFrom(false, false, false, true),
      merge: fc.option(
        fc.record({
          row: fc.integer({ min: 0, max: 2 }),
          column: fc.integer({ min: 0, max: 1 }),
          rows: fc.integer({ min: 1, max: 2 }),
          columns: fc.integer({ min: 1, max: 2 }),
        }),
        { freq: 3 },
      ),
    })
    .map(({ rows, columns, cells, header, align, loneAlign, widths, merge }) => {
      const merged = merge === null ? undefined : fitted(merge, rows, columns);
      const isHeader = (row: number, column: number): boolean =>
        (row === 0 && (header === 'row' || header === 'both')) ||
        (column === 0 && (header === 'column' || header === 'both'));
      const cellAt = (row: number, column: number): TiptapNode | undefined => {
        const inside = merged !== undefined && covers(merged, row, column);
        if (inside && (row !== merged.row || column !== merged.column)) return undefined;
        const across = inside ? merged.columns : 1;
        const attrs: Record<string, Json> = {};
        if (across > 1) attrs['colspan'] = across;
        if (inside && merged.rows > 1) attrs['rowspan'] = merged.rows;
        const aligned = loneAlign && row !== 0 ? null : (align[column] ?? null);
        if (aligned !== null) attrs['align'] = aligned;
        if (widths) attrs['colwidth'] = Array.from({ length: across }, (_, index) => 100 + column + index);
        return {
          type: isHeader(row, column) ? 'tableHeader' : 'tableCell',
          ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
          content: cells[row * columns + column] ?? [{ type: 'paragraph' }],
        };
      };
      return {
        type: 'table',
        content: Array.from({ length: rows }, (_, row) => ({
          type: 'tableRow',
          content: Array.from({ length: columns }, (__, column) => cellAt(row, column)).filter(
            (each) => each !== undefined,
          ),
        })),
      };
    });
}

/** The merge inside the table; it never takes a whole row away. */
function fitted(merge: Merge, rows: number, columns: number): Merge | undefined {
  const down = Math.min(merge.rows, rows - merge.row);
  const across = Math.min(merge.columns, columns - merge.column);
  if (down < 1 || across < 1 || down * across === 1 || (across === columns && down > 1)) return undefined;
  return { row: merge.row, column: merge.column, rows: down, columns: across };
}

function covers(merge: Merge, row: number, column: number): boolean {
  const down = row - merge.row;
  const across = column - merge.column;
  return down >= 0 && down < merge.rows && across >= 0 && across < merge.columns;
}
