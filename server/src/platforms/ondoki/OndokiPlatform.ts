import { sortedJson } from '../../convert/sortedJson.js';
import type { TiptapDocument } from '../../convert/tiptap.js';
import { NetworkError } from '../../errors/networkErrors.js';
import {
  PlatformFailureError,
  PlatformNotFoundError,
  PlatformRejectedError,
} from '../../errors/platformErrors.js';
import type { Hash } from '../../ports/Hash.js';
import type { Logger } from '../../ports/Logger.js';
import type { Random } from '../../ports/Random.js';
import { Creations } from '../Creations.js';
import type {
  CallOptions,
  Capabilities,
  EntryKind,
  Identity,
  NewItem,
  Platform,
  PlatformChange,
  PlatformContent,
  PlatformEntry,
  PlatformItem,
  Subject,
} from '../Platform.js';
import type { PlatformClient } from '../PlatformClient.js';
import { OndokiApi } from './OndokiApi.js';
import { OndokiItems } from './OndokiItems.js';
import { ondokiChanges } from './ondokiChanges.js';
import { createOndokiDocument, createOndokiFolder } from './ondokiCreate.js';
import { documentItem } from './ondokiEntries.js';
import { withOndokiLock } from './ondokiLock.js';
import { versionOf } from './ondokiRevision.js';

const imagePath = '/api/v1/uploads/image/';
const administrators = new Set(['owner', 'admin']);

/** What ondoki can do with documents and folders. */
export const ondokiCapabilities: Capabilities = {
  read: 'json',
  write: 'json',
  conditionalWrite: 'revision',
  updateInPlace: true,
  folders: 'folders',
  order: 'integer',
  trash: true,
  attachments: true,
  changes: 'poll',
  lock: true,
  versions: true,
  roles: true,
  extendedSchema: false,
};

export interface OndokiPlatformOptions {
  readonly client: PlatformClient;
  readonly hash: Hash;
  readonly random: Random;
  readonly logger: Logger;
}

/** Documents and folders of ondoki (now stept) by its document API, `/api/v1`. A subject is a project. */
export class OndokiPlatform implements Platform {
  readonly kind = 'ondoki';
  readonly dialect = 'ondoki';
  readonly capabilities = { document: ondokiCapabilities };
  readonly #api: OndokiApi;
  readonly #options: OndokiPlatformOptions;
  readonly #items: OndokiItems;
  readonly #creations = new Creations<PlatformEntry>();

  constructor(options: OndokiPlatformOptions) {
    this.#options = options;
    this.#api = new OndokiApi(options.client);
    this.#items = new OndokiItems(this.#api, options.hash);
  }

  async connect({ signal }: CallOptions = {}): Promise<Identity> {
    const me = await this.#api.me(signal);
    const projects = await this.#api.projects(me.id, signal);
    const owned = projects.some((project) => project.textOrNull('owner_id') === me.id);
    return {
      ...me,
      isAdmin:
        owned ||
        (await this.#isAdminOfAny(
          projects.map((one) => one.text('id')),
          signal,
        )),
    };
  }

  async *subjects({ signal }: CallOptions = {}): AsyncIterable<Subject> {
    const me = await this.#api.me(signal);
    for (const project of await this.#api.projects(me.id, signal)) {
      yield { id: project.text('id'), name: project.text('name') };
    }
  }

  async *list(subject: string, { signal }: CallOptions = {}): AsyncIterable<PlatformEntry> {
    for await (const entry of this.#items.list(subject, signal)) {
      this.#creations.know(entry.id);
      yield entry;
    }
  }

  async read(id: string, kind: EntryKind, { signal }: CallOptions = {}): Promise<PlatformItem> {
    if (kind !== 'document') throw this.#refused(`a ${kind} has no content to read`);
    this.#creations.know(id);
    return this.#items.document(id, signal);
  }

  async create(
    subject: string,
    item: NewItem,
    { idempotencyKey: key, signal }: CallOptions & { readonly idempotencyKey: string },
  ): Promise<PlatformEntry> {
    const before = this.#creations.created(key);
    if (before !== undefined) return this.#items.entry(before.id, item.kind, signal);
    const creation = { api: this.#api, hash: this.#options.hash, creations: this.#creations, key, signal };
    const fresh =
      item.kind === 'folder'
        ? await createOndokiFolder(creation, subject, item)
        : await createOndokiDocument(creation, subject, item, this.#document(item.content));
    if (item.order === undefined || item.order === fresh.order) return fresh;
    return this.move(fresh.id, item.kind, { parentId: item.parentId, order: item.order }, { signal });
  }

  async update(
    id: string,
    content: PlatformContent,
    { ifRevision, signal }: CallOptions & { readonly ifRevision: string },
  ): Promise<PlatformEntry> {
    const doc = this.#document(content);
    const before = await this.#items.unchanged(id, 'document', ifRevision, signal);
    const version = versionOf(before.revision);
    const change = { content: doc, version };
    const written = await withOndokiLock(this.#api, id, this.#options.logger, signal, async () => {
      try {
        return await this.#api.updateDocument(id, change, ifRevision, signal);
      } catch (error) {
        // No answer: whether the write happened shows when it is read back.
        if (error instanceof NetworkError) return undefined;
        throw error;
      }
    });
    const now = await this.#api.document(id, signal);
    // Somebody may have written after us: the revision must be the one of our content.
    const proof = written === undefined || now.version === written.version ? now : written;
    if (proof.version <= version || sortedJson(proof.content) !== sortedJson(doc)) {
      throw new PlatformFailureError(this.#api.origin, 200, `document ${id} did not take the new content`);
    }
    return documentItem(proof, this.#options.hash);
  }

  async rename(
    id: string,
    kind: EntryKind,
    title: string,
    { ifRevision, signal }: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry> {
    const before = await this.#items.unchanged(id, kind, ifRevision, signal);
    if (kind === 'folder') await this.#api.renameFolder(id, title, signal);
    else {
      const change = { name: title, version: versionOf(before.revision) };
      await withOndokiLock(this.#api, id, this.#options.logger, signal, () =>
        this.#api.updateDocument(id, change, before.revision, signal),
      );
    }
    return this.#items.confirmed(id, kind, (entry) => entry.title === title, signal);
  }

  /** Without `order` an item that changes its parent goes to the end. */
  async move(
    id: string,
    kind: EntryKind,
    to: { readonly parentId: string | null; readonly order?: number },
    { ifRevision, signal }: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry> {
    const before = await this.#items.unchanged(id, kind, ifRevision, signal);
    const stays = before.parentId === to.parentId;
    if (stays && (to.order === undefined || to.order === before.order)) return before;
    const target = {
      parent_id: to.parentId,
      ...(to.order === undefined ? {} : { position: to.order }),
      is_private: before.private,
    };
    if (kind === 'folder') {
      await this.#refuseCycle(id, to.parentId, signal);
      await this.#api.moveFolder(id, target, signal);
    } else await this.#api.moveDocument(id, target, signal);
    return this.#items.confirmed(id, kind, (entry) => entry.parentId === to.parentId, signal);
  }

  /** ondoki deletes a folder for good and with all it holds, so only one that holds nothing can go. */
  async trash(
    id: string,
    kind: EntryKind,
    { ifRevision, signal }: CallOptions & { readonly ifRevision?: string },
  ): Promise<void> {
    await this.#items.unchanged(id, kind, ifRevision, signal);
    if (kind === 'folder') {
      await this.#refuseUnlessEmpty(id, signal);
      return this.#api.deleteFolder(id, signal);
    }
    await this.#api.deleteDocument(id, signal);
    if ((await this.#items.documentOrNone(id, signal)) !== undefined) {
      throw new PlatformFailureError(this.#api.origin, 204, `document ${id} did not go to the trash`);
    }
  }

  changes(
    subject: string,
    cursor: string | null,
    { signal }: CallOptions = {},
  ): AsyncIterable<PlatformChange> {
    return ondokiChanges(this.#api, subject, cursor, this.#options.hash, signal);
  }

  async getAttachment(
    reference: string,
    { signal }: CallOptions = {},
  ): Promise<{ readonly bytes: Uint8Array; readonly mime: string; readonly name: string }> {
    const { origin } = this.#api;
    const url = URL.canParse(reference, origin) ? new URL(reference, origin) : undefined;
    const name = url?.pathname.slice(imagePath.length) ?? '';
    if (url?.origin !== origin || !url.pathname.startsWith(imagePath) || !/^[\w.-]+$/.test(name)) {
      throw new PlatformNotFoundError(origin, `image "${reference.slice(0, 100)}"`);
    }
    return { ...(await this.#api.image(name, signal)), name };
  }

  async putAttachment(
    _subject: string,
    file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
    { signal }: CallOptions = {},
  ): Promise<{ readonly reference: string }> {
    return {
      reference: await this.#api.uploadImage(file, `docbridge-${this.#options.random.uuid()}`, signal),
    };
  }

  async #isAdminOfAny(projects: readonly string[], signal: AbortSignal | undefined): Promise<boolean> {
    for (const project of projects) {
      if (administrators.has((await this.#api.role(project, signal)) ?? '')) return true;
    }
    return false;
  }

  #document(content: PlatformContent | undefined): TiptapDocument {
    if (content?.form !== 'json')
      throw this.#refused(`documents are written as json, not as ${content?.form ?? 'nothing'}`);
    return content.doc;
  }

  /** ondoki would take a folder into itself, and the tree would lose it. */
  async #refuseCycle(id: string, parent: string | null, signal: AbortSignal | undefined): Promise<void> {
    if (parent === null) return;
    const { path } = await this.#api.folder(parent, signal);
    if (parent === id || path.split('/').includes(id))
      throw this.#refused(`folder ${id} cannot go into itself`);
  }

  async #refuseUnlessEmpty(id: string, signal: AbortSignal | undefined): Promise<void> {
    const { projectId } = await this.#api.folder(id, signal);
    const children = await this.#api.tree(projectId, signal, id);
    const trashed = (await this.#api.trashed(projectId, signal)).filter(({ folderId }) => folderId === id);
    if (children.length + trashed.length > 0) {
      throw this.#refused(
        `folder ${id} is not empty; deleting it would delete what it holds, the trash included`,
      );
    }
  }

  #refused(detail: string): PlatformRejectedError {
    return new PlatformRejectedError(this.#api.origin, 400, detail);
  }
}
