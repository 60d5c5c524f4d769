import type { FastifyInstance } from 'fastify';

import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { signedIn } from './signedIn.js';
import { versionRead, versionWithContent } from './views.js';

const pageQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: 200 },
    offset: { type: 'integer', minimum: 0 },
  },
};

interface OneVersion {
  readonly Params: { readonly id: string; readonly version: string };
}

/** `/documents/{id}/versions` and restoring one of them. */
export function versionRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get<{
    Params: { readonly id: string };
    Querystring: { readonly limit?: number; readonly offset?: number };
  }>('/documents/:id/versions', { schema: { querystring: pageQuery } }, async (request) => {
    const { limit = 50, offset = 0 } = request.query;
    const user = signedIn(store, request);
    const versions = await store.documents.versions(user.id, request.params.id, offset, limit);
    return versions.map((version) =>
      versionRead(version, store.accounts.user(version.createdBy)?.name ?? null),
    );
  });

  app.get<OneVersion>('/documents/:id/versions/:version', async (request) => {
    const { id, version } = request.params;
    return versionWithContent(await store.documents.version(signedIn(store, request).id, id, version));
  });

  app.post<OneVersion>('/documents/:id/restore/:version', async (request) => {
    const { id, version } = request.params;
    const { document, restored } = await store.documents.restoreVersion(
      signedIn(store, request).id,
      id,
      version,
    );
    return {
      id: document.id,
      version: document.version,
      name: document.name,
      message: `Restored from version ${restored.versionNumber}`,
    };
  });
}
