import type { ItemsChangedNotification, WorkspaceEntry } from '../protocol.js';

type Change = ItemsChangedNotification.Params['changes'][number];

/** What differs between two listings, by path: a move is a deletion and a creation, as in a file system. */
export function listingChanges(
  before: readonly WorkspaceEntry[],
  after: readonly WorkspaceEntry[],
): readonly Change[] {
  const old = new Map(before.map((entry) => [entry.path, entry]));
  const changes: Change[] = [];
  for (const entry of after) {
    const previous = old.get(entry.path);
    old.delete(entry.path);
    if (previous === undefined) changes.push({ kind: 'created', path: entry.path });
    else if (
      previous.revision !== entry.revision ||
      previous.id !== entry.id ||
      previous.kind !== entry.kind
    ) {
      changes.push({ kind: 'changed', path: entry.path });
    }
  }
  for (const path of old.keys()) changes.push({ kind: 'deleted', path });
  return changes;
}
