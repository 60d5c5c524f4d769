/** One thing that did not hold: `id` finds it again, `detail` says what happened. */
export interface Failure {
  readonly id: string;
  readonly detail: string;
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  /** What the best of the existing converters reaches, for comparison. */
  readonly best: string;
  readonly goal: string;
  /** How many of `total` hold; a count alone where `unit` is `count`. */
  readonly passed: number;
  readonly total: number;
  readonly unit?: 'of' | 'percent' | 'count';
  /** Whether the goal is reached; undefined when it could not be judged, or when there is none. */
  readonly met: boolean | undefined;
  readonly note?: string;
  readonly failures: readonly Failure[];
}

/** What a row is made from: `best` is `-` unless given, and the goal is that all hold. */
export interface Outcome {
  readonly what: string;
  readonly best?: string;
  readonly goal?: string;
  readonly total: number;
  readonly failures: readonly Failure[];
  readonly unit?: 'of' | 'percent';
  readonly note?: string;
  /** False when the row is for information. */
  readonly judged?: boolean;
}

/** A row whose goal is that nothing fails. */
export function rowOf(outcome: Outcome): Row {
  const { what, best = '-', total, failures, unit = 'of', note, judged = true } = outcome;
  return {
    what,
    best,
    goal: outcome.goal ?? (judged ? (unit === 'percent' ? '100 %' : String(total)) : '-'),
    passed: total - failures.length,
    total,
    unit,
    met: judged && total > 0 ? failures.length === 0 : undefined,
    ...(note === undefined ? {} : { note }),
    failures,
  };
}
