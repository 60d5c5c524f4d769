import type { TiptapNode } from '../tiptap.js';
import { matchSequences } from './matchSequences.js';

/** What a new block comes from. */
export interface Origin {
  readonly old: number;
  /** Nothing of it changed. */
  readonly same: boolean;
}

/**
 * Pairs new nodes with the old ones they come from: equal ones first, then, in each run between those, what has the
 * same type and stands in the same order.
 */
export function pairNodes(
  old: readonly TiptapNode[],
  fresh: readonly TiptapNode[],
  keys: { readonly old: readonly string[]; readonly fresh: readonly string[] },
): ReadonlyMap<number, Origin> {
  const origins = new Map<number, Origin>();
  const matches = matchSequences(old.length, fresh.length, (a, b) => keys.old[a] === keys.fresh[b]);
  let oldStart = 0;
  let freshStart = 0;
  for (const [oldEnd, freshEnd] of [...matches, [old.length, fresh.length] as const]) {
    pairRun(old.slice(oldStart, oldEnd), fresh.slice(freshStart, freshEnd), (a, b) => {
      origins.set(freshStart + b, { old: oldStart + a, same: false });
    });
    if (freshEnd < fresh.length) origins.set(freshEnd, { old: oldEnd, same: true });
    oldStart = oldEnd + 1;
    freshStart = freshEnd + 1;
  }
  return origins;
}

function pairRun(
  old: readonly TiptapNode[],
  fresh: readonly TiptapNode[],
  pair: (old: number, fresh: number) => void,
): void {
  for (const [a, b] of matchSequences(old.length, fresh.length, (x, y) => old[x]?.type === fresh[y]?.type)) {
    pair(a, b);
  }
}
