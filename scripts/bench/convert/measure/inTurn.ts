import type { Measured } from '../../Measured.js';
import type { Timing } from '../../Timing.js';

/** One execution of a variant's work, or of several works that belong together, measured. */
export interface Contestant {
  readonly variant: string;
  /** Gives what each work took; works are named the same in every round. */
  run(round: number): Readonly<Record<string, Timing>>;
}

/**
 * Lets all contestants work once a round, each round beginning with another one, so that what else the machine does
 * hits everybody alike. The first round warms up and is not counted.
 */
export function measureInTurn(
  contestants: readonly Contestant[],
  rounds: number,
  bytes: number,
): readonly Measured[] {
  const found = new Map<string, { work: string; variant: string; timings: Timing[] }>();
  for (let round = 0; round <= rounds; round += 1) {
    for (let index = 0; index < contestants.length; index += 1) {
      const contestant = contestants[(index + round) % contestants.length];
      if (contestant === undefined) continue;
      const { variant } = contestant;
      for (const [work, timing] of Object.entries(contestant.run(round))) {
        const key = JSON.stringify([work, variant]);
        const entry = found.get(key) ?? { work, variant, timings: [] };
        found.set(key, entry);
        if (round > 0) entry.timings.push(timing);
      }
    }
  }
  return [...found.values()].map((entry) => ({ ...entry, bytes }));
}
