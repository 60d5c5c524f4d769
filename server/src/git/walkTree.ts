import type { FileMode, Oid, SnapshotEntry } from './Remote.js';
import type { TreeEntry } from './core/treeEntries.js';
import { isTree, parseTree } from './core/treeEntries.js';

const maxKnown = 1_000;

/** A tree that is too large or too deep to be one that people wrote. */
export class TreeLimitError extends Error {}

export interface TreeLimits {
  readonly maxEntries: number;
  readonly maxDepth: number;
}

/**
 * Every file, symlink and submodule below a tree, by path. What cannot stand in a path (names that are not
 * UTF-8, `..`) and modes that mean nothing are left out here; they stay in the trees.
 */
export async function walkTree(
  root: Oid,
  readTree: (oid: Oid) => Promise<Uint8Array>,
  limits: TreeLimits,
): Promise<Map<string, SnapshotEntry>> {
  const files = new Map<string, SnapshotEntry>();
  // The same tree a thousand times over is read once.
  const known = new Map<Oid, readonly TreeEntry[]>();
  const read = async (oid: Oid): Promise<readonly TreeEntry[]> => {
    const entries = known.get(oid) ?? parseTree(await readTree(oid));
    if (known.size < maxKnown) known.set(oid, entries);
    return entries;
  };
  let seen = 0;
  const pending = [{ oid: root, prefix: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { prefix, depth } = next;
    if (depth > limits.maxDepth)
      throw new TreeLimitError(`it has folders deeper than ${limits.maxDepth} levels`);
    for (const entry of await read(next.oid)) {
      if (++seen > limits.maxEntries)
        throw new TreeLimitError(`it has more than ${limits.maxEntries} entries`);
      if (entry.name === undefined) continue;
      const path = prefix + entry.name;
      if (isTree(entry)) {
        pending.push({ oid: entry.oid, prefix: `${path}/`, depth: depth + 1 });
        continue;
      }
      const mode = fileMode(entry.mode);
      if (mode !== undefined) files.set(path, { oid: entry.oid, mode });
    }
  }
  return files;
}

/** Old writers left other permission bits than today's two forms. */
function fileMode(mode: string): FileMode | undefined {
  const value = /^[0-7]{1,7}$/.test(mode) ? Number.parseInt(mode, 8) : 0;
  switch (value >> 12) {
    case 0o10:
      return (value & 0o100) === 0 ? '100644' : '100755';
    case 0o12:
      return '120000';
    case 0o16:
      return '160000';
    default:
      return undefined;
  }
}
