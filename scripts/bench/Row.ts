/** One line of what a benchmark prints. A figure that was not measured is null. */
export interface Row {
  readonly work: string;
  /** Ours is `docbridge`. */
  readonly variant: string;
  /** Median processor time of the work, all threads of the process, in milliseconds. */
  readonly cpu_ms: number | null;
  /** Median elapsed time, in milliseconds. */
  readonly wall_ms: number | null;
  /** How many times as fast as the yardstick of the work, by processor time: more is better, the yardstick is 1. */
  readonly ratio: number | null;
  /** Peak resident memory above that of the empty process, in megabytes (10^6). */
  readonly rss_mb: number | null;
  /** Bytes (UTF-8) that the work took in; for a bundle its size. */
  readonly bytes: number | null;
  readonly requests: number;
}

/** A row of which nothing was measured yet. */
export function emptyRow(work: string, variant: string): Row {
  return { work, variant, cpu_ms: null, wall_ms: null, ratio: null, rss_mb: null, bytes: null, requests: 0 };
}
