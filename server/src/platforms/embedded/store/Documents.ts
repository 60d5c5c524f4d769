import { Refusal } from '../Refusal.js';
import type { Accounts } from './Accounts.js';
import { checkContent, isBlank } from './documentContent.js';
import { makeRoom } from './documentPositions.js';
import type { DocumentVersions } from './DocumentVersions.js';
import type { DocumentRecord, JsonObject, VersionRecord } from './records.js';
import type { StoreState } from './StoreState.js';

export interface NewDocument {
  readonly projectId: string;
  readonly folderId: string | null;
  readonly name: string | null;
  readonly content: JsonObject;
  readonly pageLayout: string;
  readonly isPrivate: boolean;
}

/** A missing or `null` value changes nothing, as with ondoki; so `folderId` cannot lead back to the root. */
export interface DocumentPatch {
  readonly name?: string | null | undefined;
  readonly content?: JsonObject | null | undefined;
  readonly pageLayout?: string | null | undefined;
  readonly folderId?: string | null | undefined;
  /** Refuses the write (409) unless it is the document's version. */
  readonly version?: number | null | undefined;
}

/** How long a lock keeps others from writing. */
export const lockLifetimeMs = 30 * 60 * 1000;

/** Documents of all projects. Where a call names a user, it is the one who asks. */
export class Documents {
  readonly #state: StoreState;
  readonly #accounts: Accounts;
  readonly #versions: DocumentVersions;

  constructor(state: StoreState, accounts: Accounts, versions: DocumentVersions) {
    this.#state = state;
    this.#accounts = accounts;
    this.#versions = versions;
  }

  /** A document that is not in the trash; 404 for a private one of somebody else. */
  read(userId: string, id: string): DocumentRecord {
    const document = this.#state.documents.get(id);
    if (document === undefined || document.deletedAt !== null) throw new Refusal(404, 'document not found');
    if (document.isPrivate && document.ownerId !== userId) throw new Refusal(404, 'document not found');
    this.#accounts.require(userId, document.projectId);
    return document;
  }

  /** What the user may see of a project, in no order. */
  visible(userId: string, projectId: string, options: { readonly trashed: boolean }): DocumentRecord[] {
    this.#accounts.require(userId, projectId);
    return this.#state.documents.filter(
      (document) =>
        document.projectId === projectId &&
        (document.deletedAt !== null) === options.trashed &&
        (!document.isPrivate || document.ownerId === userId),
    );
  }

  create(userId: string, wanted: NewDocument): Promise<DocumentRecord> {
    return this.#state.write((batch) => {
      this.#accounts.require(userId, wanted.projectId);
      const folder = this.#folder(wanted.folderId, wanted.projectId);
      if (!isBlank(wanted.content)) checkContent(wanted.content);
      const isPrivate = wanted.isPrivate || folder?.isPrivate === true;
      const owner = folder?.isPrivate === true ? folder.ownerId : userId;
      const document = this.record({
        ...wanted,
        isPrivate,
        ownerId: isPrivate ? owner : null,
        position: this.#end(wanted.projectId, wanted.folderId, isPrivate),
      });
      batch.put(this.#state.documents, document);
      return document;
    });
  }

  /** A new document that is not stored yet. */
  record(
    wanted: NewDocument & { readonly position: number; readonly ownerId: string | null },
  ): DocumentRecord {
    const now = this.#state.time.stamp();
    return {
      ...wanted,
      id: this.#state.ids.short(),
      version: 1,
      lockedBy: null,
      lockedAt: null,
      deletedAt: null,
      createdAt: now,
      updatedAt: now,
    };
  }

  update(userId: string, id: string, patch: DocumentPatch): Promise<DocumentRecord> {
    return this.#state.write(async (batch) => {
      const document = this.read(userId, id);
      if (document.lockedBy !== userId && this.isLocked(document)) {
        throw new Refusal(423, 'Document is locked by another user');
      }
      if (patch.version != null && patch.version !== document.version) {
        throw new Refusal(409, 'Document was modified. Please reload.');
      }
      if (patch.content != null) checkContent(patch.content);
      if (patch.folderId != null) this.#folder(patch.folderId, document.projectId);
      let { version } = document;
      // The first content of a blank document is no new version: ondoki counts from there.
      if (patch.content != null && !isBlank(document.content)) {
        await this.#versions.keep(batch, document, userId, { throttled: true });
        version += 1;
      }
      const changed: DocumentRecord = {
        ...document,
        name: patch.name ?? document.name,
        content: patch.content ?? document.content,
        pageLayout: patch.pageLayout ?? document.pageLayout,
        folderId: patch.folderId ?? document.folderId,
        version,
        updatedAt: this.#state.time.stamp(),
      };
      batch.put(this.#state.documents, changed);
      return changed;
    });
  }

  /** Without a position it goes to the end; siblings make room. */
  move(
    userId: string,
    id: string,
    to: {
      readonly folderId: string | null;
      readonly position: number | null;
      readonly isPrivate: boolean | null;
    },
  ): Promise<DocumentRecord> {
    return this.#state.write((batch) => {
      const document = this.read(userId, id);
      this.#folder(to.folderId, document.projectId);
      const isPrivate = to.isPrivate ?? document.isPrivate;
      const ownerId = isPrivate === document.isPrivate ? document.ownerId : isPrivate ? userId : null;
      const position = to.position ?? this.#end(document.projectId, to.folderId, isPrivate);
      const moved = { ...document, folderId: to.folderId, position, isPrivate, ownerId };
      for (const sibling of makeRoom(this.#state.documents.values(), document, moved)) {
        batch.put(this.#state.documents, { ...sibling, updatedAt: this.#state.time.stamp() });
      }
      const record = { ...moved, updatedAt: this.#state.time.stamp() };
      batch.put(this.#state.documents, record);
      return record;
    });
  }

  trash(userId: string, id: string): Promise<void> {
    return this.#state.write((batch) => {
      const document = this.read(userId, id);
      const now = this.#state.time.stamp();
      batch.put(this.#state.documents, { ...document, deletedAt: now, updatedAt: now });
    });
  }

  restore(userId: string, id: string): Promise<DocumentRecord> {
    return this.#state.write((batch) => {
      const document = this.#any(id);
      this.#accounts.require(userId, document.projectId);
      if (document.deletedAt === null) throw new Refusal(404, 'document not found or not deleted');
      const record = { ...document, deletedAt: null, updatedAt: this.#state.time.stamp() };
      batch.put(this.#state.documents, record);
      return record;
    });
  }

  /** Admins alone; there is no way back. */
  removeForever(userId: string, id: string): Promise<void> {
    return this.#state.write((batch) => {
      this.#accounts.require(userId, this.#any(id).projectId, 'admin');
      batch.remove(this.#state.documents, id);
      batch.removeFile(`versions/${id}`);
    });
  }

  /** Takes the lock or renews one's own; 409 while somebody else has it, unless an admin forces it. */
  lock(userId: string, id: string, options: { readonly force: boolean }): Promise<DocumentRecord> {
    return this.#state.write((batch) => {
      const document = this.read(userId, id);
      if (document.lockedBy !== userId && this.isLocked(document)) {
        if (!options.force) {
          const holder = this.#accounts.user(document.lockedBy ?? '')?.name ?? 'another user';
          throw new Refusal(409, `Document is locked by ${holder}`);
        }
        this.#requireAdmin(userId, document, 'Only project admins can force-acquire locks');
      }
      const now = this.#state.time.stamp();
      const locked = { ...document, lockedBy: userId, lockedAt: now, updatedAt: now };
      batch.put(this.#state.documents, locked);
      return locked;
    });
  }

  /** The holder or an admin gives the lock back. */
  unlock(userId: string, id: string): Promise<void> {
    return this.#state.write((batch) => {
      const document = this.read(userId, id);
      if (document.lockedBy === null) return;
      if (document.lockedBy !== userId) {
        this.#requireAdmin(userId, document, 'Only the lock holder or a project admin can unlock');
      }
      const updatedAt = this.#state.time.stamp();
      batch.put(this.#state.documents, { ...document, lockedBy: null, lockedAt: null, updatedAt });
    });
  }

  /** Whether somebody holds a lock that has not expired. */
  isLocked(document: DocumentRecord): boolean {
    if (document.lockedBy === null || document.lockedAt === null) return false;
    return this.#state.time.since(document.lockedAt) <= lockLifetimeMs;
  }

  versions(userId: string, id: string, offset: number, limit: number): Promise<VersionRecord[]> {
    return this.#versions.list(this.read(userId, id).id, offset, limit);
  }

  async version(userId: string, id: string, versionId: string): Promise<VersionRecord> {
    const version = await this.#versions.get(this.read(userId, id).id, versionId);
    if (version === undefined) throw new Refusal(404, 'version not found');
    return version;
  }

  /** Makes a snapshot the content again; what stands there now becomes a snapshot itself. */
  restoreVersion(
    userId: string,
    id: string,
    versionId: string,
  ): Promise<{ readonly document: DocumentRecord; readonly restored: VersionRecord }> {
    return this.#state.write(async (batch) => {
      const document = this.read(userId, id);
      const restored = await this.version(userId, id, versionId);
      await this.#versions.keep(batch, document, userId, { throttled: false });
      const record: DocumentRecord = {
        ...document,
        content: restored.content,
        name: restored.name ?? document.name,
        version: document.version + 1,
        updatedAt: this.#state.time.stamp(),
      };
      batch.put(this.#state.documents, record);
      return { document: record, restored };
    });
  }

  #any(id: string): DocumentRecord {
    const document = this.#state.documents.get(id);
    if (document === undefined) throw new Refusal(404, 'Document not found');
    return document;
  }

  #folder(id: string | null, projectId: string): { isPrivate: boolean; ownerId: string | null } | undefined {
    if (id === null) return undefined;
    const folder = this.#state.folders.get(id);
    if (folder === undefined) throw new Refusal(400, 'Target folder not found');
    if (folder.projectId !== projectId) {
      throw new Refusal(400, 'Cannot move document to a folder in a different project');
    }
    return folder;
  }

  #requireAdmin(userId: string, document: DocumentRecord, otherwise: string): void {
    if (this.#accounts.role(userId, document.projectId) !== 'admin') throw new Refusal(403, otherwise);
  }

  #end(projectId: string, folderId: string | null, isPrivate: boolean): number {
    let end = 0;
    for (const other of this.#state.documents.values()) {
      if (other.projectId === projectId && other.folderId === folderId && other.isPrivate === isPrivate) {
        end = Math.max(end, other.position + 1);
      }
    }
    return end;
  }
}
