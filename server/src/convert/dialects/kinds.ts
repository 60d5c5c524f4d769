import type { Attributes } from '../attributes.js';
import { attributeTable, type AttributeTable } from './attributeTable.js';
import { namePairs, type NamePairs } from './namePairs.js';
import type { Form, Naming } from './names.js';

/** One kind of node or mark, ready to be renamed. */
export interface Kind {
  readonly theirs: string;
  readonly ours: string;
  /** The platform's name, when it is not the one that a new node would get. */
  readonly name: string | undefined;
  readonly table: AttributeTable;
  readonly form: Form;
}

/** All nodes or all marks of a dialect. */
export interface Kinds {
  readonly prefix: string;
  readonly names: NamePairs;
  readonly byTheirs: ReadonlyMap<string, Kind>;
  /** The kind with TipTap's name: that with the platform's name `theirs`, else the usual one. */
  readonly byOurs: (ours: string, theirs: string | undefined) => Kind | undefined;
  /** Attributes of all that is not listed. */
  readonly others: AttributeTable;
}

/** Both sides are built the same. */
const SAME: Form = { adds: [], toOurs: (node) => ({ node }), toTheirs: (node) => node };

/** An index over namings; `everywhere` are values that say nothing in any of them. */
export function indexKinds(namings: readonly Naming[], prefix: string, everywhere: Attributes): Kinds {
  const byTheirs = new Map<string, Kind>();
  const byOurs = new Map<string, Kind[]>();
  for (const { theirs, ours, attributes, defaults, form = SAME } of namings) {
    const known = byOurs.get(ours);
    const kind: Kind = {
      theirs,
      ours,
      name: known === undefined ? undefined : theirs,
      table: attributeTable(attributes ?? {}, { ...everywhere, ...defaults }, prefix, form.adds),
      form,
    };
    byTheirs.set(theirs, kind);
    if (known === undefined) byOurs.set(ours, [kind]);
    else known.push(kind);
  }
  return {
    prefix,
    names: namePairs(
      namings.map(({ theirs, ours }) => [theirs, ours]),
      prefix,
      [],
    ),
    byTheirs,
    byOurs: (ours, theirs) => {
      const known = byOurs.get(ours) ?? [];
      return known.find(({ name }) => name === theirs) ?? known[0];
    },
    others: attributeTable({}, everywhere, prefix, []),
  };
}
