import type { TiptapDocument } from '../../convert/tiptap.js';
import { ItemLockedError, StaleRevisionError } from '../../errors/platformErrors.js';
import type { PlatformClient } from '../PlatformClient.js';
import { WireRecord } from '../WireRecord.js';
import { multipartFile } from '../multipart.js';
import type { DocumentRecord, FolderRecord, TreeNode } from './ondokiRecords.js';
import { documentRecord, documentRecords, folderRecord, treeNodes } from './ondokiRecords.js';

type Signal = AbortSignal | undefined;

export interface LockStatus {
  readonly locked: boolean;
  readonly mine: boolean;
  /** UTC without a zone. */
  readonly since: string | null;
}

export interface NewDocument {
  readonly name: string;
  readonly content: TiptapDocument;
  readonly project_id: string;
  readonly folder_id: string | null;
  readonly is_private: boolean;
}

export interface DocumentPage {
  readonly folder?: string;
  readonly sortBy: 'created_at' | 'updated_at';
  readonly sortOrder: 'asc' | 'desc';
  readonly skip: number;
  readonly limit: number;
}

/** The routes below `/api/v1` that we use, one method each. */
export class OndokiApi {
  readonly #client: PlatformClient;

  constructor(client: PlatformClient) {
    this.#client = client;
  }

  get origin(): string {
    return this.#client.origin;
  }

  async me(signal: Signal): Promise<{ readonly id: string; readonly name: string; readonly email: string }> {
    const record = await this.#record('/auth/me', 'account', signal);
    return { id: record.text('id'), name: record.textOrNull('name') ?? '', email: record.text('email') };
  }

  async projects(user: string, signal: Signal): Promise<readonly WireRecord[]> {
    const what = 'list of projects';
    return WireRecord.list(await this.#get(`/projects/${part(user)}`, what, signal), this.origin, what);
  }

  /** `null` for who is no member. */
  async role(project: string, signal: Signal): Promise<string | null> {
    return (await this.#record(`/projects/${part(project)}/role`, `project ${project}`, signal)).textOrNull(
      'role',
    );
  }

  async tree(project: string, signal: Signal, parent?: string): Promise<readonly TreeNode[]> {
    const query = { project_id: project, ...(parent === undefined ? {} : { parent_id: parent }) };
    return treeNodes(await this.#get('/folders/tree', `project ${project}`, signal, query), this.origin);
  }

  async documents(project: string, page: DocumentPage, signal: Signal): Promise<readonly DocumentRecord[]> {
    const query = {
      project_id: project,
      ...(page.folder === undefined ? {} : { folder_id: page.folder }),
      sort_by: page.sortBy,
      sort_order: page.sortOrder,
      skip: String(page.skip),
      limit: String(page.limit),
    };
    return documentRecords(
      await this.#get('/documents/filtered', `project ${project}`, signal, query),
      this.origin,
    );
  }

  /** Documents in the trash with the time they went there. */
  async trashed(
    project: string,
    signal: Signal,
  ): Promise<readonly { id: string; folderId: string | null; at: string }[]> {
    const what = `trash of project ${project}`;
    const value = await this.#get(`/documents/trash/${part(project)}`, what, signal);
    return WireRecord.list(value, this.origin, what).map((record) => ({
      id: record.text('id'),
      folderId: record.textOrNull('folder_id'),
      at: record.text('deleted_at'),
    }));
  }

  async document(id: string, signal: Signal): Promise<DocumentRecord> {
    return documentRecord(await this.#get(`/documents/${part(id)}`, `document ${id}`, signal), this.origin);
  }

  async createDocument(document: NewDocument, signal: Signal): Promise<DocumentRecord> {
    const json = { page_layout: 'document', ...document };
    const what = `project ${document.project_id}`;
    return documentRecord(
      await this.#client.json({ method: 'POST', path: '/api/v1/documents/', json, what, signal }),
      this.origin,
    );
  }

  /** `version` makes it conditional; `expected` is the revision for the error. */
  async updateDocument(
    id: string,
    change:
      | { readonly content: TiptapDocument; readonly version: number }
      | { readonly name: string; readonly version: number },
    expected: string,
    signal: Signal,
  ): Promise<DocumentRecord> {
    const refusals = {
      409: () => new StaleRevisionError(id, expected),
      423: () => new ItemLockedError(id),
    };
    const path = `/api/v1/documents/${part(id)}`;
    return documentRecord(
      await this.#client.json({
        method: 'PUT',
        path,
        json: { ...change },
        what: `document ${id}`,
        refusals,
        signal,
      }),
      this.origin,
    );
  }

  async moveDocument(
    id: string,
    to: { readonly parent_id: string | null; readonly position?: number; readonly is_private: boolean },
    signal: Signal,
  ): Promise<void> {
    await this.#put(`/documents/${part(id)}/move`, { ...to }, `document ${id}`, signal);
  }

  async deleteDocument(id: string, signal: Signal): Promise<void> {
    await this.#client.send({
      method: 'DELETE',
      path: `/api/v1/documents/${part(id)}`,
      what: `document ${id}`,
      signal,
    });
  }

  async lockStatus(id: string, signal: Signal): Promise<LockStatus> {
    const record = await this.#record(`/documents/${part(id)}/lock`, `document ${id}`, signal);
    return {
      locked: record.flag('locked'),
      mine: record.flag('is_mine'),
      since: record.textOrNull('locked_at'),
    };
  }

  async lock(id: string, signal: Signal): Promise<void> {
    const refusals = { 409: () => new ItemLockedError(id), 423: () => new ItemLockedError(id) };
    const path = `/api/v1/documents/${part(id)}/lock`;
    await this.#client.json({ method: 'POST', path, what: `document ${id}`, refusals, signal });
  }

  /** Never aborted: a lock that we took must go. */
  async unlock(id: string): Promise<void> {
    const path = `/api/v1/documents/${part(id)}/unlock`;
    await this.#client.json({ method: 'POST', path, what: `document ${id}`, repeatable: true });
  }

  async folder(id: string, signal: Signal): Promise<FolderRecord> {
    return folderRecord(await this.#get(`/folders/${part(id)}`, `folder ${id}`, signal), this.origin);
  }

  async createFolder(
    folder: {
      readonly name: string;
      readonly project_id: string;
      readonly parent_id: string | null;
      readonly position?: number;
      readonly is_private: boolean;
    },
    signal: Signal,
  ): Promise<FolderRecord> {
    const what = `project ${folder.project_id}`;
    const json = { ...folder };
    return folderRecord(
      await this.#client.json({ method: 'POST', path: '/api/v1/folders/', json, what, signal }),
      this.origin,
    );
  }

  async renameFolder(id: string, name: string, signal: Signal): Promise<void> {
    await this.#put(`/folders/${part(id)}`, { name }, `folder ${id}`, signal);
  }

  async moveFolder(
    id: string,
    to: { readonly parent_id: string | null; readonly position?: number; readonly is_private: boolean },
    signal: Signal,
  ): Promise<void> {
    await this.#put(`/folders/${part(id)}/move`, { ...to }, `folder ${id}`, signal);
  }

  /** Takes everything in the folder along, for good. */
  async deleteFolder(id: string, signal: Signal): Promise<void> {
    await this.#client.send({
      method: 'DELETE',
      path: `/api/v1/folders/${part(id)}`,
      what: `folder ${id}`,
      signal,
    });
  }

  async image(name: string, signal: Signal): Promise<{ readonly bytes: Uint8Array; readonly mime: string }> {
    const path = `/api/v1/uploads/image/${part(name)}`;
    const { bytes, headers } = await this.#client.send({
      method: 'GET',
      path,
      what: `image ${name}`,
      signal,
    });
    return { bytes, mime: (headers['content-type'] ?? 'application/octet-stream').split(';')[0] ?? '' };
  }

  /** Returns the image's URL as it stands in documents. */
  async uploadImage(
    file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
    boundary: string,
    signal: Signal,
  ): Promise<string> {
    const { body, contentType } = multipartFile('file', file, boundary);
    const value = await this.#client.json({
      method: 'POST',
      path: '/api/v1/uploads/image',
      headers: { 'content-type': contentType },
      body,
      what: `image ${file.name}`,
      signal,
    });
    return new WireRecord(value, this.origin, 'an uploaded image').text('url');
  }

  #get(
    path: string,
    what: string,
    signal: Signal,
    query: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    return this.#client.json({ method: 'GET', path: `/api/v1${path}`, query, what, signal });
  }

  async #record(path: string, what: string, signal: Signal): Promise<WireRecord> {
    return new WireRecord(await this.#get(path, what, signal), this.origin, what);
  }

  #put(path: string, json: object, what: string, signal: Signal): Promise<unknown> {
    return this.#client.json({ method: 'PUT', path: `/api/v1${path}`, json, what, signal });
  }
}

const part = (id: string): string => encodeURIComponent(id);
