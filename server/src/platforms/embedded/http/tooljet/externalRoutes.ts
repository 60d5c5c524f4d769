import type { FastifyInstance } from 'fastify';

import { Refusal } from '../../Refusal.js';
import { versionsOf } from '../../store/appDefinition.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { JsonObject } from '../../store/records.js';
import { slugOf } from './resourceRoutes.js';
import { externalImportBody, importLimit, type ExternalImportBody } from './resourceSchemas.js';
import { externalSession } from './session.js';

const exportQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    exportAllVersions: { type: 'boolean' },
    appVersion: { type: 'string' },
    exportTjdb: { type: 'boolean' },
  },
};

interface InWorkspace {
  readonly Params: { readonly workspace: string };
}

/** `/ext`: list, export and import with a static token instead of a session. */
export function externalRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get<InWorkspace>('/ext/workspace/:workspace/apps', (request) => {
    const { workspace } = externalSession(store, request, request.params.workspace);
    const apps = store.apps.list(workspace.organizationId).map((one) => ({
      id: one.id,
      name: one.name,
      slug: one.slug,
      createdAt: one.createdAt,
      organizationId: one.organizationId,
      // Always empty: a known defect of the real service.
      versions: [],
      versionCount: versionsOf(one.definition.appV2).length,
    }));
    return { apps, total: apps.length };
  });

  app.post<{
    Params: { readonly workspace: string; readonly app: string };
    Querystring: { readonly appVersion?: string; readonly exportTjdb?: boolean };
  }>(
    '/ext/export/workspace/:workspace/apps/:app',
    { schema: { querystring: exportQuery } },
    (request, reply) => {
      const { workspace } = externalSession(store, request, request.params.workspace);
      const { appVersion: wanted, exportTjdb = false } = request.query;
      const one = store.apps.get(workspace.organizationId, request.params.app);
      const version = versionsOf(one.definition.appV2).find(
        ({ id, name }) => id === wanted || name === wanted,
      );
      if (wanted !== undefined && version === undefined) throw new Refusal(404, 'App version not found');
      const tables = exportTjdb ? ('all' as const) : new Set<string>();
      return reply.code(201).send(store.apps.export(one, { versionId: version?.id, tables }));
    },
  );

  app.post<InWorkspace & { Body: ExternalImportBody }>(
    '/ext/import/workspace/:workspace/apps',
    { bodyLimit: importLimit, schema: { body: externalImportBody } },
    async (request, reply) => {
      const { user, workspace } = externalSession(store, request, request.params.workspace);
      const { body } = request;
      await store.apps.importAll(
        body.app.map(({ definition, appName }) => ({
          organizationId: workspace.organizationId,
          userId: user.uuid,
          name: body.appName ?? appName ?? nameOf(definition),
          slug: slugOf(definition),
          definition,
          tables: body.tooljet_database ?? null,
          toolJetVersion: body.tooljet_version,
        })),
      );
      return reply.code(201).send({ message: 'App imported successfully.' });
    },
  );
}

function nameOf(definition: JsonObject): string {
  const appV2 = definition['appV2'] as { readonly name?: unknown } | undefined;
  if (typeof appV2?.name !== 'string') throw new Refusal(400, 'Invalid params for app import');
  return appV2.name;
}
