import { MAX_SUMMARY_DEPTH } from './SummaryTree.js';

/** A page to be placed: its path, and that of the page above it. */
export interface HierarchyPage {
  readonly path: string;
  readonly parent?: string;
}

/**
 * The children of each page in order, those of the root under `undefined`. A page whose parent is not there, or is below
 * itself, stands in the root; one that would nest too deep stands beside its parent. Of two with one path the first counts.
 */
export function pageHierarchy<T extends HierarchyPage>(
  pages: readonly T[],
): ReadonlyMap<string | undefined, readonly T[]> {
  const known = new Map<string, T>();
  for (const page of pages) if (!known.has(page.path)) known.set(page.path, page);
  const below = new Map<string | undefined, T[]>();
  for (const page of known.values()) {
    const { parent } = page;
    addTo(below, parent !== undefined && known.has(parent) ? parent : undefined, page);
  }
  const placed = new Map<string | undefined, T[]>();
  const reached = new Set<T>();
  const reach = (start: T): void => {
    const open = [{ page: start, above: [] as readonly string[] }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { page, above } = next;
      if (reached.has(page)) continue;
      reached.add(page);
      addTo(placed, above.at(-1), page);
      const inside = above.length < MAX_SUMMARY_DEPTH - 1 ? [...above, page.path] : above;
      for (const child of [...(below.get(page.path) ?? [])].reverse())
        open.push({ page: child, above: inside });
    }
  };
  for (const page of below.get(undefined) ?? []) reach(page);
  for (const page of known.values()) reach(page);
  return placed;
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
