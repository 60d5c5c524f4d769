import type { FastifyInstance } from 'fastify';

import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { DocumentRecord, JsonObject } from '../../store/records.js';
import { signedIn } from './signedIn.js';
import { documentRead, documentRow, documentWithPermission } from './views.js';

const text = { type: ['string', 'null'] };
const flag = { type: ['boolean', 'null'] };
const whole = { type: ['integer', 'null'] };
const layout = { type: ['string', 'null'], maxLength: 20 };

const listQuery = {
  type: 'object',
  required: ['project_id'],
  additionalProperties: false,
  properties: {
    project_id: { type: 'string' },
    folder_id: { type: 'string' },
    sort_by: { type: 'string' },
    sort_order: { type: 'string' },
    skip: { type: 'integer', minimum: 0 },
    limit: { type: 'integer', minimum: 1, maximum: 1000 },
  },
};
const createBody = {
  type: 'object',
  required: ['project_id'],
  additionalProperties: false,
  properties: {
    name: text,
    content: { type: 'object' },
    page_layout: { type: 'string', maxLength: 20 },
    project_id: { type: 'string' },
    folder_id: text,
    is_private: flag,
  },
};
const updateBody = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: text,
    content: { type: ['object', 'null'] },
    page_layout: layout,
    folder_id: text,
    is_private: flag,
    version: whole,
  },
};
const moveBody = {
  type: 'object',
  additionalProperties: false,
  properties: { parent_id: text, position: whole, is_private: flag },
};

/** Above ondoki's own limit of 10 MB, so that the answer is its 422; 413 beyond. */
const bodyLimit = 32 * 1024 * 1024;

interface One {
  readonly Params: { readonly id: string };
}

/** `/documents`: list, trash, create, read, update, move, delete, restore. */
export function documentRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get<{ Querystring: ListQuery }>(
    '/documents/filtered',
    { schema: { querystring: listQuery } },
    (request) => {
      const user = signedIn(store, request);
      const { query } = request;
      const documents = store.documents.visible(user.id, query.project_id, { trashed: false });
      const { skip = 0, limit = 100 } = query;
      // ondoki takes folder_id and does not look at it.
      return sorted(documents, query)
        .slice(skip, skip + limit)
        .map(documentRead);
    },
  );

  app.get<{ Params: { readonly project: string } }>('/documents/trash/:project', (request) => {
    const user = signedIn(store, request);
    const documents = store.documents.visible(user.id, request.params.project, { trashed: true });
    return documents.sort((a, b) => order(b.deletedAt ?? '', a.deletedAt ?? '')).map(documentRow);
  });

  app.post<{ Body: CreateBody }>(
    '/documents/',
    { bodyLimit, schema: { body: createBody } },
    async (request, reply) => {
      const { body } = request;
      const document = await store.documents.create(signedIn(store, request).id, {
        projectId: body.project_id,
        folderId: body.folder_id ?? null,
        name: body.name ?? null,
        content: body.content ?? {},
        pageLayout: body.page_layout ?? 'document',
        isPrivate: body.is_private ?? true,
      });
      return reply.code(201).send(documentRead(document));
    },
  );

  app.get<One>('/documents/:id', (request) =>
    documentWithPermission(store.documents.read(signedIn(store, request).id, request.params.id)),
  );

  app.put<One & { Body: UpdateBody }>(
    '/documents/:id',
    { bodyLimit, schema: { body: updateBody } },
    async (request) => {
      const { name, content, page_layout: pageLayout, folder_id: folderId, version } = request.body;
      // is_private is taken and ignored, as ondoki does.
      const patch = { name, content, pageLayout, folderId, version };
      return documentRead(
        await store.documents.update(signedIn(store, request).id, request.params.id, patch),
      );
    },
  );

  app.put<One & { Body: MoveBody }>(
    '/documents/:id/move',
    { schema: { body: moveBody } },
    async (request) => {
      const { parent_id: folderId = null, position = null, is_private: isPrivate = null } = request.body;
      const user = signedIn(store, request);
      return documentRead(
        await store.documents.move(user.id, request.params.id, { folderId, position, isPrivate }),
      );
    },
  );

  app.delete<One>('/documents/:id', async (request, reply) => {
    await store.documents.trash(signedIn(store, request).id, request.params.id);
    return reply.code(204).send();
  });

  app.post<One>('/documents/:id/restore', async (request) =>
    documentRow(await store.documents.restore(signedIn(store, request).id, request.params.id)),
  );

  app.delete<One>('/documents/:id/permanent', async (request) => {
    await store.documents.removeForever(signedIn(store, request).id, request.params.id);
    return { ok: true };
  });
}

interface ListQuery {
  readonly project_id: string;
  readonly folder_id?: string;
  readonly sort_by?: string;
  readonly sort_order?: string;
  readonly skip?: number;
  readonly limit?: number;
}

interface CreateBody {
  readonly name?: string | null;
  readonly content?: JsonObject;
  readonly page_layout?: string;
  readonly project_id: string;
  readonly folder_id?: string | null;
  readonly is_private?: boolean | null;
}

interface UpdateBody {
  readonly name?: string | null;
  readonly content?: JsonObject | null;
  readonly page_layout?: string | null;
  readonly folder_id?: string | null;
  readonly is_private?: boolean | null;
  readonly version?: number | null;
}

interface MoveBody {
  readonly parent_id?: string | null;
  readonly position?: number | null;
  readonly is_private?: boolean | null;
}

/** By creation unless asked otherwise; descending unless `asc` is asked; position breaks a tie. */
function sorted(
  documents: DocumentRecord[],
  { sort_by: by, sort_order: direction }: ListQuery,
): DocumentRecord[] {
  const key = (document: DocumentRecord): string => {
    if (by === 'name') return document.name ?? '';
    return by === 'updated_at' ? document.updatedAt : document.createdAt;
  };
  const sign = direction === 'asc' ? 1 : -1;
  return documents.sort((a, b) => sign * order(key(a), key(b)) || a.position - b.position);
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
