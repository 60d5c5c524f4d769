import type { Row } from './Row.js';

const HEADER = ['what', 'best peer', 'goal', 'measured', ''] as const;

/** The rows as a Markdown table. */
export function printTable(rows: readonly Row[]): string {
  const lines = [
    HEADER,
    ...rows.map((row) => [row.what, row.best, row.goal, measured(row), verdict(row)] as const),
  ];
  const widths = HEADER.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const print = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [head = HEADER, ...body] = lines;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`;
  return print(head) + rule + body.map(print).join('');
}

/** What was measured, in the words of the goal. */
export function measured(row: Row): string {
  const note = row.note === undefined ? '' : ` (${row.note})`;
  if (row.unit === 'count') return `${row.passed}${note}`;
  if (row.total === 0) return `not run${note}`;
  if (row.unit !== 'percent') return `${row.passed} of ${row.total}${note}`;
  // Rounded down: 100 % means all.
  const percent = Math.floor((row.passed / row.total) * 1000) / 10;
  return `${percent} % of ${row.total}${note}`;
}

function verdict(row: Row): string {
  return row.met === undefined ? '' : row.met ? 'met' : 'MISSED';
}

/** The failures of all rows, at most `most` of each. */
export function printFailures(rows: readonly Row[], most: number): string {
  return rows
    .filter(({ failures }) => failures.length > 0)
    .map(({ what, failures }) => {
      const shown = failures.slice(0, most).map(({ id, detail }) => `  ${id}: ${detail}\n`);
      const more = failures.length > most ? `  ... and ${failures.length - most} more\n` : '';
      return `\n${what}: ${failures.length}\n${shown.join('')}${more}`;
    })
    .join('');
}
