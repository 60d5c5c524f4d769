export interface Column<T> {
  readonly title: string;
  /** Figures stand right, words left. */
  readonly align: 'left' | 'right';
  readonly cell: (item: T) => string;
}

/** A Markdown table, padded so that it reads well as plain text, too. Ends with a line feed. */
export function formatTable<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  const table = columns.map((column) => {
    const cells = items.map((item) => column.cell(item).replace(/\|/g, '\\|'));
    const width = Math.max(3, column.title.length, ...cells.map(({ length }) => length));
    const pad = (text: string): string =>
      column.align === 'left' ? text.padEnd(width) : text.padStart(width);
    const rule = column.align === 'left' ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`;
    return [pad(column.title), rule, ...cells.map(pad)];
  });
  const lines = Array.from({ length: items.length + 2 }, (_, line) =>
    table.map((cells) => cells[line] ?? ''),
  );
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
