import { sortedJson } from '../../convert/sortedJson.js';
import type { Hash } from '../../ports/Hash.js';
import type { PlatformChange } from '../Platform.js';
import type { OndokiApi } from './OndokiApi.js';
import { foldersOf, utc } from './ondokiEntries.js';
import type { DocumentRecord, TreeNode } from './ondokiRecords.js';
import { folderRevision } from './ondokiRevision.js';

/** Changes younger than this may become visible after older ones: a transaction has the time of its start. */
const overlap = 5_000;
const pageSize = 100;

interface Cursor {
  /** `updated_at` of the newest change that was seen. */
  readonly at: string;
  /** Documents changed within the overlap, with their `updated_at`. */
  readonly seen: Readonly<Record<string, string>>;
  /** `deleted_at` by document of what is in the trash. */
  readonly trash: Readonly<Record<string, string>>;
  /** Digest of the folders, which have no times in the tree. */
  readonly folders: string;
}

/**
 * What changed since `cursor`: documents by `updated_at`, newest first, down to the watermark; the trash by
 * comparison; every folder when any of them changed. All steps but the last carry the old cursor, so a reader that
 * stops early sees them again.
 */
export async function* ondokiChanges(
  api: OndokiApi,
  project: string,
  cursor: string | null,
  hash: Hash,
  signal: AbortSignal | undefined,
): AsyncIterable<PlatformChange> {
  const before = cursor === null ? undefined : (JSON.parse(cursor) as Cursor);
  const recent = await changedDocuments(api, project, before, signal);
  const trashed = await api.trashed(project, signal);
  const folders = foldersOf(await api.tree(project, signal));
  const after = nextCursor(before, recent, trashed, digestOf(folders, hash));
  if (before === undefined) {
    yield { kind: 'upsert', id: '', cursor: JSON.stringify(after) };
    return;
  }
  const changes: Omit<PlatformChange, 'cursor'>[] = [
    ...(after.folders === before.folders ? [] : folders.map(({ id }) => ({ kind: 'upsert' as const, id }))),
    ...recent
      .filter(({ id, updatedAt }) => before.seen[id] !== updatedAt)
      .map(({ id }) => ({ kind: 'upsert' as const, id })),
    ...trashed
      .filter(({ id, at }) => before.trash[id] !== at)
      .map(({ id }) => ({ kind: 'trash' as const, id })),
  ];
  for (const [index, change] of changes.entries()) {
    yield { ...change, cursor: index === changes.length - 1 ? JSON.stringify(after) : (cursor ?? '') };
  }
}

async function changedDocuments(
  api: OndokiApi,
  project: string,
  before: Cursor | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly DocumentRecord[]> {
  const found: DocumentRecord[] = [];
  for (let skip = 0; ; skip += pageSize) {
    const order = { sortBy: 'updated_at', sortOrder: 'desc', skip, limit: pageSize } as const;
    const page = await api.documents(project, order, signal);
    // The first cursor remembers what is young now, so that it is not reported later.
    const watermark = before === undefined ? (found[0]?.updatedAt ?? page[0]?.updatedAt) : before.at;
    const from = youngFrom(watermark ?? '');
    const fresh = page.filter(({ updatedAt }) => Date.parse(utc(updatedAt)) >= from);
    found.push(...fresh);
    if (page.length < pageSize || fresh.length < page.length) return found;
  }
}

/** Milliseconds since 1970 from which on changes may still be incomplete; all time without a watermark. */
function youngFrom(watermark: string): number {
  return watermark === '' ? 0 : Date.parse(utc(watermark)) - overlap;
}

function nextCursor(
  before: Cursor | undefined,
  recent: readonly DocumentRecord[],
  trashed: readonly { readonly id: string; readonly at: string }[],
  folders: string,
): Cursor {
  const at = recent.map(({ updatedAt }) => updatedAt).reduce((a, b) => (a > b ? a : b), before?.at ?? '');
  const from = youngFrom(at);
  const young = recent.filter(({ updatedAt }) => Date.parse(utc(updatedAt)) >= from);
  return {
    at,
    seen: Object.fromEntries(young.map(({ id, updatedAt }) => [id, updatedAt])),
    trash: Object.fromEntries(trashed.map((item) => [item.id, item.at])),
    folders,
  };
}

function digestOf(folders: readonly TreeNode[], hash: Hash): string {
  const states = folders.map((folder) => [folder.id, folderRevision(folder, hash)]);
  return hash.sha1(new TextEncoder().encode(sortedJson(states)));
}
