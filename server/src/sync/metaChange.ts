import { readAppFile } from '../apps/appFile.js';
import { metaText, removeFromMeta, updateMeta } from '../apps/metaFile.js';
import type { MetaEntry, MetaFile } from '../apps/metaFile.js';
import type { FileChange } from '../git/Remote.js';
import type { CopyFile } from './core/copyFile.js';
import type { ItemPlan } from './core/itemPlan.js';
import { metaPath } from './readGit.js';

/** What one commit does to the files of items. */
export interface CommittedItems {
  readonly written: readonly ItemPlan[];
  readonly deleted: readonly ItemPlan[];
  readonly copies: readonly CopyFile[];
}

/** What the commit says of itself in each entry. */
type CommitFields = Pick<MetaEntry, 'lastCommitMessage' | 'lastpushDate' | 'lastCommitUser'>;

/**
 * meta.json with an entry for each app that a commit writes, which names it as the last one to do so, and
 * without those that it deletes; `undefined` when it has no part in the commit.
 */
export function metaChange(
  meta: MetaFile | undefined,
  items: CommittedItems,
  commit: CommitFields,
): FileChange | undefined {
  let next = meta;
  for (const item of items.deleted) {
    const key = keyOf(item) ?? item.base?.id;
    if (item.kind === 'app' && key !== undefined && next?.source.has(key) === true) {
      next = removeFromMeta(next, key);
    }
  }
  for (const item of items.written) {
    const entry = item.platform?.entry;
    if (item.kind !== 'app' || entry?.version === undefined) continue;
    const key = keyOf(item) ?? entry.id;
    next = updateMeta(next, entryOf(key, entry.title, entry.version, commit));
  }
  for (const { git, title } of items.copies) {
    if (git.metaKey === undefined) continue;
    next = updateMeta(next, entryOf(git.metaKey, title, readAppFile(git.text).version, commit));
  }
  if (next === undefined || next === meta) return undefined;
  return { op: 'write', path: metaPath, mode: '100644', bytes: new TextEncoder().encode(metaText(next)) };
}

function keyOf({ base, git }: ItemPlan): string | undefined {
  return base?.metaKey ?? git?.metaKey;
}

function entryOf(
  key: string,
  gitAppName: string,
  version: { readonly id: string; readonly name: string },
  commit: CommitFields,
): MetaEntry {
  return { key, gitAppName, gitVersionId: version.id, gitVersionName: version.name, ...commit };
}
