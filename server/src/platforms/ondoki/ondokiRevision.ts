import { sortedJson } from '../../convert/sortedJson.js';
import type { Hash } from '../../ports/Hash.js';
import type { DocumentRecord, FolderRecord } from './ondokiRecords.js';

// A revision is `<version>.<digest of title, parent and privacy>.<position>`. `updated_at` is no part of it: taking
// the lock changes it. Nor is the content: `version` grows with it.

export function documentRevision(document: DocumentRecord, hash: Hash): string {
  const place = digest([document.name, document.folderId, document.private], hash);
  return `${document.version}.${place}.${document.position}`;
}

export type FolderState = Pick<FolderRecord, 'name' | 'parentId' | 'private' | 'icon' | 'position'>;

export function folderRevision(folder: FolderState, hash: Hash): string {
  return `0.${digest([folder.name, folder.parentId, folder.private, folder.icon], hash)}.${folder.position}`;
}

/**
 * `true` when nothing but the position differs. Positions also change when a sibling is moved, so they do not make a
 * write stale.
 */
export function sameButPosition(left: string, right: string): boolean {
  return left.slice(0, left.lastIndexOf('.')) === right.slice(0, right.lastIndexOf('.'));
}

/** The `version` that a document's revision holds. */
export function versionOf(revision: string): number {
  return Number.parseInt(revision, 10);
}

function digest(state: readonly (string | boolean | null)[], hash: Hash): string {
  return hash.sha1(new TextEncoder().encode(sortedJson(state))).slice(0, 12);
}
