import { parseArgs } from 'node:util';

/** Groups of rows that can be measured by themselves. */
export const GROUPS = ['commonmark', 'gfm', 'pages', 'cases', 'generated', 'edits'] as const;
export type Group = (typeof GROUPS)[number];

export interface Options {
  /** Every page, 10,000 seeds a class, and 2,000 edits and more; otherwise a part of each. */
  readonly full: boolean;
  readonly json: boolean;
  readonly groups: readonly Group[];
  /** The one seed to run, or the first of many. */
  readonly seed: number | undefined;
  readonly seeds: number | undefined;
  /** One class of generated documents by its name. */
  readonly documentClass: string | undefined;
  /** A part of the paths of pages, or of the names of generated documents that are edited. */
  readonly page: string | undefined;
  /** Whether generated documents that fail are cut down to what fails. */
  readonly shrink: boolean;
  /** How many failures of each row are shown. */
  readonly failures: number;
}

export const USAGE = `conformance:convert [--full] [--json] [--only GROUP]... [--failures N]
  [--class NAME] [--seed N] [--seeds COUNT] [--shrink] [--page PART]
Groups: ${GROUPS.join(', ')}. --seed alone runs that one seed and shrinks it. DOCBRIDGE_CORPUS may name a folder of real input.
`;

/** Reads the arguments; throws a TypeError that says what is wrong with them. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
      seeds: { type: 'string' },
      class: { type: 'string' },
      page: { type: 'string' },
      shrink: { type: 'boolean', default: false },
      failures: { type: 'string', default: '5' },
    },
  });
  const groups = values.only.map((name) => {
    const group = GROUPS.find((each) => each === name);
    if (group === undefined) throw new TypeError(`--only ${name}: no such group`);
    return group;
  });
  return {
    full: values.full,
    json: values.json,
    groups: groups.length > 0 ? groups : GROUPS,
    seed: count('seed', values.seed),
    seeds: count('seeds', values.seeds),
    documentClass: values.class,
    page: values.page,
    shrink: values.shrink || values.seed !== undefined,
    failures: count('failures', values.failures) ?? 5,
  };
}

function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new TypeError(`--${name} ${value}: not a whole number`);
  return number;
}
