import type { FastifyInstance } from 'fastify';

import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { editingVersion, versionsOf } from '../../store/appDefinition.js';
import type { AppRecord } from '../../store/records.js';
import { adminSession, toolJetSession } from './session.js';

const pageSize = 9;

const listQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    page: { type: 'integer', minimum: 1 },
    folder: { type: 'string' },
    searchKey: { type: 'string' },
    type: { type: 'string' },
    branch_id: { type: 'string' },
  },
};
const renameBody = {
  type: 'object',
  required: ['app'],
  additionalProperties: false,
  properties: {
    app: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 50 },
        editingVersionId: { type: 'string' },
      },
    },
  },
};

interface One {
  readonly Params: { readonly id: string };
}

/** `/apps`: list (9 a page, newest first), tables, rename, delete. */
export function appRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get<{
    Querystring: { readonly page?: number; readonly searchKey?: string; readonly type?: string };
  }>('/apps', { schema: { querystring: listQuery } }, (request) => {
    const { workspace } = toolJetSession(store, request);
    const { page = 1, searchKey = '', type = 'front-end' } = request.query;
    const found = store.apps
      .list(workspace.organizationId)
      .filter((one) => typeOf(one) === type && one.name.toLowerCase().includes(searchKey.toLowerCase()));
    return {
      meta: {
        total_pages: Math.ceil(found.length / pageSize),
        total_count: found.length,
        folder_count: 0,
        current_page: page,
      },
      apps: found.slice((page - 1) * pageSize, page * pageSize).map(appRead),
    };
  });

  app.get<One>('/apps/:id/tables', (request) => {
    const { workspace } = toolJetSession(store, request);
    const { tables } = store.apps.get(workspace.organizationId, request.params.id);
    return { tables: (tables ?? []).map(({ id }) => ({ table_id: id })) };
  });

  app.put<One & { Body: { readonly app: { readonly name: string } } }>(
    '/apps/:id',
    { schema: { body: renameBody } },
    async (request) => {
      const { workspace } = adminSession(store, request);
      await store.apps.rename(workspace.organizationId, request.params.id, request.body.app.name.trim());
      return { raw: [], affected: 1, generated_maps: [] };
    },
  );

  app.delete<One>('/apps/:id', async (request, reply) => {
    const { workspace } = adminSession(store, request);
    await store.apps.remove(workspace.organizationId, request.params.id);
    return reply.code(200).send();
  });
}

function typeOf(app: AppRecord): string {
  const { type } = app.definition.appV2;
  return typeof type === 'string' ? type : 'front-end';
}

function appRead(app: AppRecord): object {
  const { appV2 } = app.definition;
  const editing = editingVersion(appV2);
  return {
    id: app.id,
    type: typeOf(app),
    name: app.name,
    slug: app.slug,
    is_public: appV2['isPublic'] ?? false,
    is_maintenance_on: appV2['isMaintenanceOn'] ?? false,
    icon: appV2['icon'] ?? null,
    organization_id: app.organizationId,
    current_version_id: null,
    user_id: app.userId,
    created_at: app.createdAt,
    updated_at: app.updatedAt,
    editing_version:
      editing === undefined
        ? null
        : { id: editing.id, name: editing.name, app_id: app.id, updated_at: app.updatedAt },
    app_versions: versionsOf(appV2).map(({ id, name }) => ({ id, name })),
    folder_ids: [],
  };
}
