import { emptyRow, type Row } from '../Row.js';

/** Puts a peak, in bytes, into the row of its work and variant; into a row of its own where that work was not timed. */
export function withMemory(
  rows: readonly Row[],
  work: string,
  variant: string,
  peak: number,
): readonly Row[] {
  const rss_mb = Math.round(peak / 1e5) / 10;
  const isOwn = (row: Row): boolean => row.work === work && row.variant === variant;
  if (!rows.some(isOwn)) return [...rows, { ...emptyRow(work, variant), rss_mb }];
  return rows.map((row) => (isOwn(row) ? { ...row, rss_mb } : row));
}
