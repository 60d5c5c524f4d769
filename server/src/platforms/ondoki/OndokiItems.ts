import { ResponseTooLargeError } from '../../errors/networkErrors.js';
import {
  PlatformFailureError,
  PlatformNotFoundError,
  StaleRevisionError,
} from '../../errors/platformErrors.js';
import type { Hash } from '../../ports/Hash.js';
import type { EntryKind, PlatformEntry, PlatformItem } from '../Platform.js';
import type { OndokiApi } from './OndokiApi.js';
import { documentIdsOf, documentItem, folderEntry, foldersOf } from './ondokiEntries.js';
import type { DocumentRecord } from './ondokiRecords.js';
import { sameButPosition } from './ondokiRevision.js';

const pageSize = 500;
type Signal = AbortSignal | undefined;

/** The reading side: items of ondoki as entries of a listing. */
export class OndokiItems {
  readonly #api: OndokiApi;
  readonly #hash: Hash;

  constructor(api: OndokiApi, hash: Hash) {
    this.#api = api;
    this.#hash = hash;
  }

  /** Folders from the root down, then documents with their content; parents always come before children. */
  async *list(project: string, signal: Signal): AsyncIterable<PlatformEntry> {
    const tree = await this.#api.tree(project, signal);
    const folders = new Set<string>();
    for (const folder of foldersOf(tree)) {
      folders.add(folder.id);
      yield folderEntry(folder, this.#hash);
    }
    const listed = new Set<string>();
    for await (const document of this.#pages(project, signal)) {
      if (listed.has(document.id)) continue;
      listed.add(document.id);
      yield* await this.#newFolders(document.folderId, folders, signal);
      yield documentItem(document, this.#hash);
    }
    // A deletion while the pages were read shifts one document past the next page.
    for (const id of documentIdsOf(tree).filter((one) => !listed.has(one))) {
      const document = await this.documentOrNone(id, signal);
      if (document === undefined) continue;
      yield* await this.#newFolders(document.parentId, folders, signal);
      yield document;
    }
  }

  async document(id: string, signal: Signal): Promise<PlatformItem> {
    return documentItem(await this.#api.document(id, signal), this.#hash);
  }

  async entry(id: string, kind: EntryKind, signal: Signal): Promise<PlatformEntry> {
    if (kind === 'folder') return folderEntry(await this.#api.folder(id, signal), this.#hash);
    return this.document(id, signal);
  }

  async documentOrNone(id: string, signal: Signal): Promise<PlatformItem | undefined> {
    try {
      return await this.document(id, signal);
    } catch (error) {
      if (error instanceof PlatformNotFoundError) return undefined;
      throw error;
    }
  }

  /** The entry as it stands; throws `StaleRevisionError` when more than its position differs from `ifRevision`. */
  async unchanged(
    id: string,
    kind: EntryKind,
    ifRevision: string | undefined,
    signal: Signal,
  ): Promise<PlatformEntry> {
    const entry = await this.entry(id, kind, signal);
    if (ifRevision !== undefined && !sameButPosition(entry.revision, ifRevision)) {
      throw new StaleRevisionError(id, ifRevision, entry.revision);
    }
    return entry;
  }

  /** Reads the entry back after a write; an answer of 200 alone proves nothing. */
  async confirmed(
    id: string,
    kind: EntryKind,
    took: (entry: PlatformEntry) => boolean,
    signal: Signal,
  ): Promise<PlatformEntry> {
    const entry = await this.entry(id, kind, signal);
    if (!took(entry))
      throw new PlatformFailureError(this.#api.origin, 200, `${kind} ${id} did not take the change`);
    return entry;
  }

  /** Folders above a document that the tree did not show: made since, or private to somebody else. */
  async #newFolders(
    id: string | null,
    known: Set<string>,
    signal: Signal,
  ): Promise<readonly PlatformEntry[]> {
    if (id === null || known.has(id)) return [];
    known.add(id);
    const folder = await this.entry(id, 'folder', signal);
    return [...(await this.#newFolders(folder.parentId, known, signal)), folder];
  }

  /** Oldest first, so that documents created meanwhile come at the end. */
  async *#pages(project: string, signal: Signal): AsyncIterable<DocumentRecord> {
    let limit = pageSize;
    for (let skip = 0; ;) {
      let page: readonly DocumentRecord[];
      try {
        page = await this.#api.documents(
          project,
          { sortBy: 'created_at', sortOrder: 'asc', skip, limit },
          signal,
        );
      } catch (error) {
        if (!(error instanceof ResponseTooLargeError) || limit === 1) throw error;
        limit = Math.max(1, Math.floor(limit / 8));
        continue;
      }
      yield* page;
      if (page.length < limit) return;
      skip += page.length;
    }
  }
}
