import type { Measured } from '../../Measured.js';
import type { Timing } from '../../Timing.js';

/** What a variant's works took, by the name of the work: the same works in every run, one timing an execution. */
export type Timings = Readonly<Record<string, readonly Timing[]>>;

/** One variant's work, or several works that belong together. */
export interface Contestant {
  readonly variant: string;
  /** Works and says what it took; `nth` counts the runs of this contestant. */
  run(nth: number): Timings;
}

/** A contestant warms up until it worked this long, in milliseconds, or ran this often. */
const WARM_UP = { milliseconds: 4000, runs: 40 };

/**
 * Lets all contestants warm up, then work once a round, each round beginning with another one, so that what else the
 * machine does hits everybody alike.
 */
export function measureInTurn(
  contestants: readonly Contestant[],
  rounds: number,
  bytes: number,
): readonly Measured[] {
  const entrants = contestants.map((contestant) => ({ contestant, runs: warmUp(contestant) }));
  const found = new Map<string, { work: string; variant: string; timings: Timing[] }>();
  for (let round = 0; round < rounds; round += 1) {
    const first = round % Math.max(1, entrants.length);
    for (const entrant of [...entrants.slice(first), ...entrants.slice(0, first)]) {
      const { variant } = entrant.contestant;
      for (const [work, timings] of Object.entries(entrant.contestant.run(entrant.runs))) {
        const key = JSON.stringify([work, variant]);
        const entry = found.get(key) ?? { work, variant, timings: [] };
        found.set(key, entry);
        entry.timings.push(...timings);
      }
      entrant.runs += 1;
    }
  }
  return [...found.values()].map((entry) => ({ ...entry, bytes }));
}

/** Gives how often the contestant ran. */
function warmUp(contestant: Contestant): number {
  let runs = 0;
  let worked = 0;
  while (runs < WARM_UP.runs && worked < WARM_UP.milliseconds) {
    for (const timings of Object.values(contestant.run(runs))) {
      for (const { wall } of timings) worked += wall;
    }
    runs += 1;
  }
  return runs;
}
