import type { DocumentRecord } from './records.js';

/**
 * The siblings whose position changes when `from` becomes `to`, with their new position. Rule of ondoki: within
 * one folder those in between close up; between folders the new siblings from the position on step back and
 * the old ones behind the gap step forward.
 */
export function makeRoom(
  all: Iterable<DocumentRecord>,
  from: DocumentRecord,
  to: DocumentRecord,
): DocumentRecord[] {
  const changed: DocumentRecord[] = [];
  for (const other of all) {
    if (other.projectId !== from.projectId || other.id === from.id) continue;
    const shift = from.folderId === to.folderId ? within(other, from, to) : between(other, from, to);
    if (shift !== 0) changed.push({ ...other, position: other.position + shift });
  }
  return changed;
}

function within({ folderId, position }: DocumentRecord, from: DocumentRecord, to: DocumentRecord): number {
  if (folderId !== from.folderId) return 0;
  if (position > from.position && position <= to.position) return -1;
  if (position >= to.position && position < from.position) return 1;
  return 0;
}

function between({ folderId, position }: DocumentRecord, from: DocumentRecord, to: DocumentRecord): number {
  if (folderId === to.folderId) return position >= to.position ? 1 : 0;
  if (folderId === from.folderId) return position > from.position ? -1 : 0;
  return 0;
}
