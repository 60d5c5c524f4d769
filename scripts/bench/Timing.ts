/** What one execution of a work took, in milliseconds. */
export interface Timing {
  readonly cpu: number;
  readonly wall: number;
}

/** Adds timings up, as of the parts of one work. */
export function sumTimings(timings: readonly Timing[]): Timing {
  return {
    cpu: timings.reduce((sum, { cpu }) => sum + cpu, 0),
    wall: timings.reduce((sum, { wall }) => sum + wall, 0),
  };
}
