import type { Json } from '../tiptap.js';
import type { YamlEntry } from './YamlTree.js';

/** What becomes of the entries of a list, in order. */
export interface ListChanges {
  readonly keep: (entry: YamlEntry, data: Json) => void;
  readonly drop: (entry: YamlEntry) => void;
  readonly add: (data: Json) => void;
}

/** Entry `index` of the old list is entry `at` of the new one. */
interface Equal {
  readonly index: number;
  readonly at: number;
  readonly before: Equal | undefined;
}

/**
 * Pairs the entries of a list with those it is to have: as many equal ones as keep their order, the others between them
 * one by one. At least one entry stays when neither list is empty.
 */
export function matchLists(
  entries: readonly YamlEntry[],
  wanted: readonly Json[],
  { keep, drop, add }: ListChanges,
): void {
  let index = 0;
  let at = 0;
  const pairUntil = (indexEnd: number, atEnd: number): void => {
    const old = entries.slice(index, indexEnd);
    const fresh = wanted.slice(at, atEnd);
    fresh.forEach((data, place) => {
      const entry = old[place];
      if (entry === undefined) add(data);
      else keep(entry, data);
    });
    old.slice(fresh.length).forEach(drop);
    index = indexEnd;
    at = atEnd;
  };
  for (const equal of equals(entries, wanted)) {
    pairUntil(equal.index, equal.at);
    pairUntil(equal.index + 1, equal.at + 1);
  }
  pairUntil(entries.length, wanted.length);
}

/** The longest row of equal entries that rises in both lists (patience sorting). */
function equals(entries: readonly YamlEntry[], wanted: readonly Json[]): readonly Equal[] {
  const places = new Map<string, number[]>();
  entries.forEach(({ value }, index) => {
    const data = JSON.stringify(value.data);
    const known = places.get(data);
    if (known === undefined) places.set(data, [index]);
    else known.push(index);
  });
  const piles: Equal[] = [];
  wanted.forEach((data, at) => {
    const index = places.get(JSON.stringify(data))?.shift();
    if (index === undefined) return;
    const below = piles.findLastIndex((pile) => pile.index < index);
    piles[below + 1] = { index, at, before: piles[below] };
  });
  const row: Equal[] = [];
  for (let equal = piles.at(-1); equal !== undefined; equal = equal.before) row.push(equal);
  return row.reverse();
}
