import { parseArgs } from 'node:util';

export const PARTS = ['conversion', 'edit', 'engine', 'hostile', 'memory'] as const;

/** Groups of works that can be measured on their own. */
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly json: boolean;
  readonly profile: boolean;
  readonly rounds: number;
  readonly parts: ReadonlySet<Part>;
  /** Parts of the names of the variants to measure; ours is always measured. */
  readonly variants: readonly string[];
}

/** Reads the arguments of the command line. Throws TypeError when one is unknown or has a wrong value. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: PARTS.join(',') },
      variants: { type: 'string', default: '' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new TypeError('--rounds takes a whole number from 1.');
  const parts = values.only.split(',').map((name) => {
    const part = PARTS.find((each) => each === name);
    if (part === undefined) throw new TypeError(`--only takes some of ${PARTS.join(', ')}, not ${name}.`);
    return part;
  });
  return {
    json: values.json,
    profile: values.profile,
    rounds,
    parts: new Set(parts),
    variants: values.variants.split(',').filter((name) => name !== ''),
  };
}
