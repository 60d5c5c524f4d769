import type { FastifyInstance } from 'fastify';

import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { folderTree } from './folderTree.js';
import { signedIn } from './signedIn.js';
import { folderRead } from './views.js';

const text = { type: ['string', 'null'] };
const icon = { type: ['string', 'null'], maxLength: 50 };
const flag = { type: ['boolean', 'null'] };
const whole = { type: ['integer', 'null'] };

const treeQuery = {
  type: 'object',
  required: ['project_id'],
  additionalProperties: false,
  properties: {
    project_id: { type: 'string' },
    parent_id: { type: 'string' },
    depth_limit: { type: 'integer' },
    is_private: { type: 'boolean' },
  },
};
const createBody = {
  type: 'object',
  required: ['name', 'project_id'],
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    project_id: { type: 'string' },
    parent_id: text,
    position: whole,
    icon,
    is_private: flag,
  },
};
const updateBody = {
  type: 'object',
  additionalProperties: false,
  properties: { name: text, icon, is_private: flag },
};
const moveBody = {
  type: 'object',
  additionalProperties: false,
  properties: { parent_id: text, position: whole, is_private: flag },
};

interface One {
  readonly Params: { readonly id: string };
}

/** `/folders`: tree, create, read, update, move, delete. */
export function folderRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get<{ Querystring: TreeQuery }>('/folders/tree', { schema: { querystring: treeQuery } }, (request) => {
    const { query } = request;
    const user = signedIn(store, request);
    store.accounts.require(user.id, query.project_id);
    return folderTree(store, user.id, {
      projectId: query.project_id,
      parentId: query.parent_id ?? null,
      depthLimit: query.depth_limit,
      isPrivate: query.is_private,
    });
  });

  app.post<{ Body: CreateBody }>('/folders/', { schema: { body: createBody } }, async (request, reply) => {
    const { body } = request;
    const folder = await store.folders.create(signedIn(store, request).id, {
      projectId: body.project_id,
      name: body.name,
      parentId: body.parent_id ?? null,
      position: body.position ?? null,
      icon: body.icon ?? null,
      isPrivate: body.is_private ?? false,
    });
    return reply.code(201).send(folderRead(folder, store.folders));
  });

  app.get<One>('/folders/:id', (request) =>
    folderRead(store.folders.read(signedIn(store, request).id, request.params.id), store.folders),
  );

  app.put<One & { Body: UpdateBody }>('/folders/:id', { schema: { body: updateBody } }, async (request) => {
    const { name, icon: symbol, is_private: isPrivate } = request.body;
    const user = signedIn(store, request);
    const patch = { name: name ?? null, icon: symbol ?? null, isPrivate: isPrivate ?? null };
    return folderRead(await store.folders.update(user.id, request.params.id, patch), store.folders);
  });

  app.put<One & { Body: MoveBody }>('/folders/:id/move', { schema: { body: moveBody } }, async (request) => {
    const { parent_id: parentId = null, position = null, is_private: isPrivate = null } = request.body;
    const user = signedIn(store, request);
    const folder = await store.folders.move(user.id, request.params.id, { parentId, position, isPrivate });
    return folderRead(folder, store.folders);
  });

  app.delete<One>('/folders/:id', async (request, reply) => {
    await store.folders.remove(signedIn(store, request).id, request.params.id);
    return reply.code(204).send();
  });
}

interface TreeQuery {
  readonly project_id: string;
  readonly parent_id?: string;
  readonly depth_limit?: number;
  readonly is_private?: boolean;
}

interface CreateBody {
  readonly name: string;
  readonly project_id: string;
  readonly parent_id?: string | null;
  readonly position?: number | null;
  readonly icon?: string | null;
  readonly is_private?: boolean | null;
}

interface UpdateBody {
  readonly name?: string | null;
  readonly icon?: string | null;
  readonly is_private?: boolean | null;
}

interface MoveBody {
  readonly parent_id?: string | null;
  readonly position?: number | null;
  readonly is_private?: boolean | null;
}
