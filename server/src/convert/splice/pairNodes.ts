import type { Spend } from '../terms.js';
import type { TiptapNode } from '../tiptap.js';
import { matchSequences } from './matchSequences.js';

/** What a new block comes from. */
export interface Origin {
  readonly old: number;
  /** Nothing of it changed. */
  readonly same: boolean;
}

/**
 * Pairs new nodes with the old ones they come from: equal ones first, in order and then those that moved; between
 * those, what has the same type and stands in the same order.
 */
export function pairNodes(
  old: readonly TiptapNode[],
  fresh: readonly TiptapNode[],
  named: { readonly old: readonly string[]; readonly fresh: readonly string[] },
  spend?: Spend,
): ReadonlyMap<number, Origin> {
  const keys = numbered(named);
  const origins = new Map<number, Origin>();
  const matches = matchSequences(old.length, fresh.length, (a, b) => keys.old[a] === keys.fresh[b], spend);
  for (const [a, b] of matches) origins.set(b, { old: a, same: true });
  const taken = pairMoved(keys, origins);
  let oldStart = 0;
  let freshStart = 0;
  for (const [oldEnd, freshEnd] of [...matches, [old.length, fresh.length] as const]) {
    const left = range(oldStart, oldEnd).filter((at) => !taken.has(at));
    const right = range(freshStart, freshEnd).filter((at) => !origins.has(at));
    const alike = (a: number, b: number): boolean => old[left[a] ?? -1]?.type === fresh[right[b] ?? -1]?.type;
    for (const [a, b] of matchSequences(left.length, right.length, alike, spend)) {
      const from = left[a];
      const to = right[b];
      if (from !== undefined && to !== undefined) origins.set(to, { old: from, same: false });
    }
    oldStart = oldEnd + 1;
    freshStart = freshEnd + 1;
  }
  return origins;
}

/** What nodes are told apart by: equal numbers are equal nodes. */
interface Keys {
  readonly old: readonly number[];
  readonly fresh: readonly number[];
}

/** Long keys are compared once, and by their numbers from then on. */
function numbered(named: { readonly old: readonly string[]; readonly fresh: readonly string[] }): Keys {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  return { old: named.old.map(numberOf), fresh: named.fresh.map(numberOf) };
}

/** Finds equal nodes that stand elsewhere now; returns the old places that are taken. */
function pairMoved(keys: Keys, origins: Map<number, Origin>): ReadonlySet<number> {
  const taken = new Set([...origins.values()].map((origin) => origin.old));
  const free = new Map<number, { readonly places: number[]; next: number }>();
  keys.old.forEach((key, at) => {
    if (taken.has(at)) return;
    const known = free.get(key);
    if (known === undefined) free.set(key, { places: [at], next: 0 });
    else known.places.push(at);
  });
  keys.fresh.forEach((key, at) => {
    const known = origins.has(at) ? undefined : free.get(key);
    const from = known?.places[known.next];
    if (known === undefined || from === undefined) return;
    known.next += 1;
    origins.set(at, { old: from, same: true });
    taken.add(from);
  });
  return taken;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
