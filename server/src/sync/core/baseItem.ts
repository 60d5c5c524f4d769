import type { PlatformEntry } from '../../platforms/Platform.js';
import type { BaseItem } from './base.js';
import type { GitAction, ItemPlan, PlatformAction } from './itemPlan.js';
import { directoryOf, fileNameOf, joinPath } from './names.js';

/** A document or app as the base remembers it, standing at `path` in Git as blob `oid`. */
export function baseItem(
  entry: PlatformEntry,
  path: string,
  oid: string | undefined,
  mode: BaseItem['mode'],
  item: Pick<ItemPlan, 'base' | 'git' | 'platform'>,
): BaseItem {
  const metaKey = item.base?.metaKey ?? item.git?.metaKey;
  return {
    ...placed(entry, path, projectedPath(entry, path, item)),
    ...(oid !== undefined && { oid, mode: mode ?? '100644' }),
    ...(entry.version !== undefined && { version: entry.version }),
    ...(metaKey !== undefined && { metaKey }),
    ...((item.base?.replaced ?? isReplaced(entry, item)) && { replaced: true as const }),
  };
}

/**
 * `now` as the base may remember it after a run in one direction: what waits for the other direction must
 * still differ from the base, or it would never be carried out.
 */
export function whileWaiting(now: BaseItem, { base, waiting }: Pick<ItemPlan, 'base' | 'waiting'>): BaseItem {
  if (base === undefined || waiting === undefined) return now;
  const { toGit, toPlatform } = waiting;
  const blob = base.oid === undefined ? {} : { oid: base.oid };
  return {
    ...now,
    ...(hasText(toPlatform) && blob),
    ...(toPlatform?.kind === 'update' &&
      toPlatform.directory !== undefined && { path: base.path, projected: base.projected }),
    ...(hasText(toGit) && { title: base.title, revision: base.revision }),
    ...(toGit?.kind === 'write' &&
      toGit.from !== undefined && { title: base.title, parentId: base.parentId, projected: base.projected }),
  };
}

/** `true` when what waits is a content. */
export function hasText(action: GitAction | PlatformAction | undefined): boolean {
  return action !== undefined && 'text' in action;
}

function isReplaced(entry: PlatformEntry, item: Pick<ItemPlan, 'platform'>): boolean {
  return entry.kind === 'app' && item.platform !== undefined && item.platform.entry.id !== entry.id;
}

/** The app that a new one took the place of: it stays on the platform, and its file is the new one's. */
export function retiredItem(old: BaseItem): BaseItem {
  return { ...old, retired: true };
}

/** A folder as the base remembers it. */
export function folderItem(entry: PlatformEntry, path: string): BaseItem {
  return placed(entry, path, path);
}

function placed(entry: PlatformEntry, path: string, projected: string): BaseItem {
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    parentId: entry.parentId,
    order: entry.order,
    ...(entry.icon !== undefined && { icon: entry.icon }),
    revision: entry.revision,
    path,
    projected,
  };
}

/** A path that the title would give in this folder is the projected one; any other was chosen by a person. */
function projectedPath(entry: PlatformEntry, path: string, item: Pick<ItemPlan, 'git' | 'platform'>): string {
  // The projection gave it, if it is not where Git had it: the path itself, or one beside what stood there.
  const isOurs = item.platform?.path === path || item.git?.path !== path;
  if (item.platform !== undefined && isOurs) return item.platform.projected;
  if (entry.kind === 'app') return path;
  return joinPath(directoryOf(path), `${fileNameOf(entry.title)}.md`);
}
