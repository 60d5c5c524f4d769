import type { FastifyInstance } from 'fastify';

import { Refusal } from '../../Refusal.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { JsonObject } from '../../store/records.js';
import { exportBody, importBody, importLimit, type ExportBody, type ImportBody } from './resourceSchemas.js';
import { adminSession, type ToolJetSession } from './session.js';

/** `/v2/resources`: export and import of apps, for admins. */
export function resourceRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.post<{ Body: ExportBody }>(
    '/v2/resources/export',
    { schema: { body: exportBody } },
    (request, reply) => {
      const session = adminSession(store, request);
      const { body } = request;
      checkWorkspace(session, body.organization_id);
      const tables = new Set((body.tooljet_database ?? []).map(({ table_id: id }) => id));
      const files = (body.app ?? []).map(({ id, search_params: search }) =>
        store.apps.export(store.apps.get(body.organization_id, id), {
          versionId: search?.version_id,
          tables,
        }),
      );
      return reply.code(201).send(joined(files, store.apps.toolJetVersion));
    },
  );

  app.post<{ Body: ImportBody }>(
    '/v2/resources/import',
    { bodyLimit: importLimit, schema: { body: importBody } },
    async (request, reply) => {
      const session = adminSession(store, request);
      const { body } = request;
      checkWorkspace(session, body.organization_id);
      const apps = await store.apps.importAll(
        (body.app ?? []).map(({ definition, appName }) => ({
          organizationId: body.organization_id,
          userId: session.user.uuid,
          name: appName,
          slug: slugOf(definition),
          definition,
          tables: body.tooljet_database ?? null,
          toolJetVersion: body.tooljet_version,
        })),
      );
      const imports = {
        app: apps.map(({ id, name }) => ({ id, name })),
        tooljet_database: (body.tooljet_database ?? []).map(({ id, table_name: name }) => ({
          id,
          table_name: name,
        })),
        tableNameMapping: {},
      };
      return reply.code(201).send({ imports, success: true });
    },
  );
}

/** The slug that a definition asks for, if any. */
export function slugOf(definition: unknown): string | undefined {
  if (typeof definition !== 'object' || definition === null || !('appV2' in definition)) return undefined;
  const { appV2 } = definition;
  if (typeof appV2 !== 'object' || appV2 === null || !('slug' in appV2)) return undefined;
  // A slug that is the app's id belongs to that id.
  const { slug, id } = appV2 as { readonly slug: unknown; readonly id?: unknown };
  return typeof slug === 'string' && slug !== id ? slug : undefined;
}

function checkWorkspace({ workspace }: ToolJetSession, organizationId: string): void {
  if (workspace.organizationId !== organizationId) throw new Refusal(403, 'Forbidden resource');
}

/** Several export files as one answer. */
function joined(files: readonly JsonObject[], toolJetVersion: string): object {
  const lists = (key: string): unknown[] =>
    files.flatMap((file) => (Array.isArray(file[key]) ? (file[key] as readonly unknown[]) : []));
  const tables = lists('tooljet_database');
  return {
    ...(tables.length > 0 ? { tooljet_database: tables } : {}),
    ...(files.length > 0 ? { app: lists('app') } : {}),
    tooljet_version: files[0]?.['tooljet_version'] ?? toolJetVersion,
  };
}
