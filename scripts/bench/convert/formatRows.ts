import { formatFigure } from '../formatFigure.js';
import { formatTable, type Column } from '../formatTable.js';
import type { Row } from '../Row.js';

const HOSTILE = 'engine, hostile: ';

/**
 * What was measured as Markdown tables, processor time per MB (10^6 bytes) first: conversions and engines a line a
 * variant, edits and hostile texts a line a work. A table of which nothing was measured is left out.
 */
export function formatRows(rows: readonly Row[]): string {
  const tables = [conversions(rows), edits(rows), engines(rows), hostileTexts(rows)];
  return tables.filter((table) => table !== '').join('\n');
}

function conversions(rows: readonly Row[]): string {
  return variantTable(
    'Markdown to JSON and back (times as fast: against @tiptap/markdown)',
    rows,
    'round trip',
    [
      ['round trip, CPU ms per MB', 'round trip', perMegabyte],
      ['wall ms per MB', 'round trip', wallPerMegabyte],
      ['times as fast', 'round trip', ({ ratio }) => ratio],
      ['parse, CPU ms per MB', 'parse', perMegabyte],
      ['times as fast', 'parse', ({ ratio }) => ratio],
      ['serialise, CPU ms per MB', 'serialise', perMegabyte],
      ['times as fast', 'serialise', ({ ratio }) => ratio],
      ['peak MB', 'round trip', ({ rss_mb }) => rss_mb],
    ],
  );
}

function engines(rows: readonly Row[]): string {
  return variantTable('Parsers alone (times as fast: against commonmark.js)', rows, 'engine: parse', [
    ['parse, CPU ms per MB', 'engine: parse', perMegabyte],
    ['wall ms per MB', 'engine: parse', wallPerMegabyte],
    ['times as fast', 'engine: parse', ({ ratio }) => ratio],
    ['keystroke, CPU ms', 'engine: keystroke', ({ cpu_ms }) => cpu_ms],
    ['times as fast', 'engine: keystroke', ({ ratio }) => ratio],
    ['peak MB', 'engine: parse', ({ rss_mb }) => rss_mb],
    ['bundle, kB', 'engine: bundle, minified', kilobytes],
  ]);
}

function edits(rows: readonly Row[]): string {
  const own = rows.filter(({ work }) => work.startsWith('edit '));
  if (own.length === 0) return '';
  const columns: readonly Column<Row>[] = [
    { title: 'work', align: 'left', cell: ({ work }) => work },
    { title: 'variant', align: 'left', cell: ({ variant }) => variant },
    figure('CPU ms', ({ cpu_ms }) => cpu_ms),
    figure('wall ms', ({ wall_ms }) => wall_ms),
    figure('times as fast', ({ ratio }) => ratio),
    figure('kB', kilobytes),
  ];
  return `One block edited, with the base (times as fast: against the full conversion)\n\n${formatTable(columns, own)}`;
}

function hostileTexts(rows: readonly Row[]): string {
  const own = rows.filter(({ work }) => work.startsWith(HOSTILE));
  if (own.length === 0) return '';
  const works = [...new Set(own.map(({ work }) => work))];
  const variants = [...new Set(own.map(({ variant }) => variant))];
  const cell = (work: string, variant: string): number | null => find(own, work, variant)?.cpu_ms ?? null;
  const worst = (variant: string): number =>
    Math.max(...own.filter((row) => row.variant === variant).map(({ cpu_ms }) => cpu_ms ?? 0));
  const columns: readonly Column<string | undefined>[] = [
    { title: 'text', align: 'left', cell: (work) => work?.slice(HOSTILE.length) ?? 'worst' },
    ...variants.map((variant): Column<string | undefined> => {
      const value = (work: string | undefined): number | null =>
        work === undefined ? worst(variant) : cell(work, variant);
      return figure(variant, value);
    }),
  ];
  return `Hostile texts, CPU ms, once and cold\n\n${formatTable(columns, [...works, undefined])}`;
}

type Shown = readonly [title: string, work: string, value: (row: Row) => number | null];

/** A line a variant of `work`, and a column a figure. */
function variantTable(title: string, rows: readonly Row[], work: string, shown: readonly Shown[]): string {
  const variants = rows.filter((row) => row.work === work).map(({ variant }) => variant);
  if (variants.length === 0) return '';
  const columns = shown.map(([name, of, value]): Column<string> => {
    return figure(name, (variant) => {
      const row = find(rows, of, variant);
      return row === undefined ? null : value(row);
    });
  });
  const names: Column<string> = { title: 'variant', align: 'left', cell: (variant) => variant };
  return `${title}\n\n${formatTable([names, ...columns], variants)}`;
}

function figure<T>(title: string, value: (item: T) => number | null): Column<T> {
  return { title, align: 'right', cell: (item) => formatFigure(value(item)) };
}

function find(rows: readonly Row[], work: string, variant: string): Row | undefined {
  return rows.find((row) => row.work === work && row.variant === variant);
}

function perMegabyte({ cpu_ms, bytes }: Row): number | null {
  return cpu_ms === null || bytes === null ? null : (cpu_ms / bytes) * 1e6;
}

function wallPerMegabyte({ wall_ms, bytes }: Row): number | null {
  return wall_ms === null || bytes === null ? null : (wall_ms / bytes) * 1e6;
}

function kilobytes({ bytes }: Row): number | null {
  return bytes === null ? null : bytes / 1000;
}
