import type { Timing } from './Timing.js';

/** What was measured of one variant at one work: a timing a round. */
export interface Measured {
  readonly work: string;
  readonly variant: string;
  readonly timings: readonly Timing[];
  /** Bytes (UTF-8) of the input. */
  readonly bytes: number;
}
