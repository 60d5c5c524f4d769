import type { CommitResult, FileChange, FileMode, Signature } from '../git/Remote.js';
import { baseItem, hasText, retiredItem, whileWaiting } from './core/baseItem.js';
import { blobOid } from './core/blobOid.js';
import type { CopyFile } from './core/copyFile.js';
import type { ItemPlan } from './core/itemPlan.js';
import { joinPath } from './core/names.js';
import type { FreshItem } from './applyToPlatform.js';
import type { BaseDraft } from './BaseDraft.js';
import { commitMessage } from './commitMessage.js';
import type { EngineContext } from './EngineContext.js';
import type { Look } from './look.js';
import { metaChange } from './metaChange.js';
import { metaPath } from './readGit.js';
import type { LookOptions } from './readPlatform.js';

export interface GitOutcome {
  readonly result: CommitResult | { readonly kind: 'unchanged' };
  readonly written: number;
  readonly deleted: number;
}

export interface GitWork {
  readonly items: readonly ItemPlan[];
  /** Files that are added because a person kept both versions. */
  readonly copies: readonly CopyFile[];
  /** Items that this run wrote to the platform before. */
  readonly fresh: ReadonlyMap<string, FreshItem>;
  readonly author: Signature;
  /** Instead of the binding's template. */
  readonly message?: string | undefined;
}

const encoder = new TextEncoder();

/** Carries out Git's part of a plan as one commit on the head that was planned against; none for no change. */
export async function applyToGit(
  context: EngineContext,
  seen: Look,
  work: GitWork,
  draft: BaseDraft,
  options: LookOptions,
): Promise<GitOutcome> {
  const written = work.items.filter((item) => item.toGit?.kind === 'write');
  const deleted = work.items.filter((item) => item.toGit?.kind === 'delete');
  const changes = new Map<string, FileChange>();
  for (const item of deleted)
    if (item.toGit) changes.set(item.toGit.path, { op: 'delete', path: item.toGit.path });
  for (const item of written) {
    if (item.toGit?.kind === 'write' && item.toGit.from !== undefined) {
      changes.set(item.toGit.from, { op: 'delete', path: item.toGit.from });
    }
  }
  for (const item of written) {
    const change = fileChange(item);
    if (change !== undefined) changes.set(change.path, change);
  }
  for (const { git } of work.copies) {
    changes.set(git.path, { op: 'write', path: git.path, mode: git.mode, bytes: encoder.encode(git.text) });
  }
  const message = work.message ?? commitMessage(context.binding, work.items, work.author);
  const meta = metaChange(
    seen.git.meta,
    { written, deleted, copies: work.copies },
    {
      lastCommitMessage: message,
      lastpushDate: new Date(context.clock.now()).toISOString(),
      lastCommitUser: work.author.name,
    },
  );
  if (meta !== undefined) changes.set(metaPath, meta);
  const counts = { written: written.length + work.copies.length, deleted: deleted.length };
  if (changes.size === 0) return { result: { kind: 'unchanged' }, ...counts };

  options.progress.report({ message: 'Writing one commit', done: 0, total: changes.size });
  const { directory } = context.binding.repository;
  const result = await context.remote.commit({
    parent: seen.git.commit,
    changes: [...changes.values()].map((change) => ({ ...change, path: joinPath(directory, change.path) })),
    message,
    author: work.author,
    committer: work.author,
    signal: options.signal,
  });
  if (result.kind === 'committed') {
    for (const item of deleted) if (item.base) draft.remove(item.base.id);
    for (const item of written) await remember(context, item, work.fresh.get(item.key), draft);
  }
  return { result, ...counts };
}

function fileChange(item: ItemPlan): FileChange | undefined {
  if (item.toGit?.kind !== 'write') return undefined;
  const { path, text } = item.toGit;
  const mode: FileMode = item.git?.mode ?? '100644';
  if (text !== undefined) return { op: 'write', path, mode, bytes: encoder.encode(text) };
  return item.git === undefined ? undefined : { op: 'place', path, mode, oid: item.git.oid };
}

async function remember(
  context: EngineContext,
  item: ItemPlan,
  fresh: FreshItem | undefined,
  draft: BaseDraft,
): Promise<void> {
  if (item.toGit?.kind !== 'write' || item.platform === undefined) return;
  const { path, text } = item.toGit;
  const entry = fresh?.entry ?? item.platform.entry;
  const oid = text === undefined ? item.git?.oid : blobOid(text, context.hash);
  const old = await context.contents.get(item.platform.entry.id);
  const platform = fresh?.platform ?? item.platform.file?.platform ?? old?.platform;
  const isWaiting = hasText(item.waiting?.toPlatform);
  const kept = text ?? (isWaiting ? undefined : item.git?.text) ?? old?.text;
  const content = platform === undefined || kept === undefined ? undefined : { text: kept, platform };
  if (entry.id !== item.key && item.base !== undefined) draft.put(retiredItem(item.base));
  draft.put(whileWaiting(baseItem(entry, path, oid, item.git?.mode, item), item), content);
}
