import { Refusal } from '../Refusal.js';
import type { Accounts } from './Accounts.js';
import type { Batch } from './Batch.js';
import type { FolderRecord } from './records.js';
import type { StoreState } from './StoreState.js';

export interface NewFolder {
  readonly projectId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly position: number | null;
  readonly icon: string | null;
  readonly isPrivate: boolean;
}

/** Nested folders of a project. Where a call names a user, it is the one who asks. */
export class Folders {
  readonly #state: StoreState;
  readonly #accounts: Accounts;

  constructor(state: StoreState, accounts: Accounts) {
    this.#state = state;
    this.#accounts = accounts;
  }

  read(userId: string, id: string): FolderRecord {
    const folder = this.#state.folders.get(id);
    if (folder === undefined) throw new Refusal(404, 'Folder not found');
    this.#accounts.require(userId, folder.projectId);
    return folder;
  }

  create(userId: string, wanted: NewFolder): Promise<FolderRecord> {
    return this.#state.write((batch) => {
      this.#accounts.require(userId, wanted.projectId);
      const parent = this.#parent(wanted.parentId, wanted.projectId);
      const isPrivate = wanted.isPrivate || parent?.isPrivate === true;
      const owner = wanted.isPrivate ? userId : (parent?.ownerId ?? userId);
      const now = this.#state.time.stamp();
      const folder: FolderRecord = {
        ...wanted,
        id: this.#state.ids.short(),
        position: wanted.position ?? this.#end(wanted.projectId, wanted.parentId, isPrivate),
        isPrivate,
        ownerId: isPrivate ? owner : null,
        createdAt: now,
        updatedAt: now,
      };
      batch.put(this.#state.folders, folder);
      return folder;
    });
  }

  /** A missing or `null` value changes nothing, as with ondoki. */
  update(
    userId: string,
    id: string,
    patch: {
      readonly name?: string | null;
      readonly icon?: string | null;
      readonly isPrivate?: boolean | null;
    },
  ): Promise<FolderRecord> {
    return this.#state.write((batch) => {
      const folder = this.read(userId, id);
      const changed = this.#withPrivacy(batch, folder, userId, patch.isPrivate ?? null);
      return this.#put(batch, {
        ...changed,
        name: patch.name ?? folder.name,
        icon: patch.icon ?? folder.icon,
      });
    });
  }

  /** Without a position it goes to the end. Siblings keep theirs: ondoki shifts documents, not folders. */
  move(
    userId: string,
    id: string,
    to: {
      readonly parentId: string | null;
      readonly position: number | null;
      readonly isPrivate: boolean | null;
    },
  ): Promise<FolderRecord> {
    return this.#state.write((batch) => {
      const folder = this.read(userId, id);
      this.#parent(to.parentId, folder.projectId);
      for (let at = to.parentId; at !== null; at = this.#state.folders.get(at)?.parentId ?? null) {
        if (at === id) throw new Refusal(400, 'Cannot move a folder into itself');
      }
      const changed = this.#withPrivacy(batch, folder, userId, to.isPrivate);
      const position = to.position ?? this.#end(folder.projectId, to.parentId, changed.isPrivate);
      return this.#put(batch, { ...changed, parentId: to.parentId, position });
    });
  }

  /** Deletes it with everything in it, for good: ondoki has no trash for folders. */
  remove(userId: string, id: string): Promise<void> {
    return this.#state.write((batch) => {
      this.read(userId, id);
      for (const folder of this.withDescendants(id)) {
        batch.remove(this.#state.folders, folder);
        for (const document of this.#state.documents.filter(({ folderId }) => folderId === folder)) {
          batch.remove(this.#state.documents, document.id);
          batch.removeFile(`versions/${document.id}`);
        }
      }
    });
  }

  /** Ids of a folder and of all folders below it. */
  withDescendants(id: string): string[] {
    const found = [id];
    for (const parent of found) {
      for (const child of this.#state.folders.values()) if (child.parentId === parent) found.push(child.id);
    }
    return found;
  }

  /** Ids from the root down to the folder itself. */
  path(folder: FolderRecord): string[] {
    const ids: string[] = [];
    for (let at: FolderRecord | undefined = folder; at !== undefined;) {
      ids.unshift(at.id);
      at = at.parentId === null ? undefined : this.#state.folders.get(at.parentId);
    }
    return ids;
  }

  #parent(id: string | null, projectId: string): FolderRecord | undefined {
    if (id === null) return undefined;
    const parent = this.#state.folders.get(id);
    if (parent?.projectId !== projectId) throw new Refusal(400, 'Target folder not found');
    return parent;
  }

  #end(projectId: string, parentId: string | null, isPrivate: boolean): number {
    let end = 0;
    for (const folder of this.#state.folders.values()) {
      if (folder.projectId !== projectId || folder.parentId !== parentId) continue;
      if (parentId === null && folder.isPrivate !== isPrivate) continue;
      end = Math.max(end, folder.position + 1);
    }
    return end;
  }

  /** The folder with this privacy; what is below it follows, put into the batch here. */
  #withPrivacy(batch: Batch, folder: FolderRecord, userId: string, wanted: boolean | null): FolderRecord {
    if (wanted === null || wanted === folder.isPrivate) return folder;
    const privacy = { isPrivate: wanted, ownerId: wanted ? userId : null };
    const below = new Set(this.withDescendants(folder.id));
    for (const child of this.#state.folders.filter(({ id }) => id !== folder.id && below.has(id))) {
      this.#put(batch, { ...child, ...privacy });
    }
    for (const document of this.#state.documents.filter(({ folderId }) => below.has(folderId ?? ''))) {
      batch.put(this.#state.documents, { ...document, ...privacy, updatedAt: this.#state.time.stamp() });
    }
    return { ...folder, ...privacy };
  }

  #put(batch: Batch, folder: FolderRecord): FolderRecord {
    const record = { ...folder, updatedAt: this.#state.time.stamp() };
    batch.put(this.#state.folders, record);
    return record;
  }
}
