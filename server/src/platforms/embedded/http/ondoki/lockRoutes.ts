import type { FastifyInstance } from 'fastify';

import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { signedIn } from './signedIn.js';

interface One {
  readonly Params: { readonly id: string };
}

const lockQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { force: { type: 'boolean' } },
};

/** `/documents/{id}/lock` and `/unlock`. A lock lasts 30 minutes. */
export function lockRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get<One>('/documents/:id/lock', (request) => {
    const user = signedIn(store, request);
    const document = store.documents.read(user.id, request.params.id);
    if (!store.documents.isLocked(document)) {
      return { locked: false, locked_by: null, locked_by_name: null, locked_at: null, is_mine: false };
    }
    return {
      locked: true,
      locked_by: document.lockedBy,
      locked_by_name: store.accounts.user(document.lockedBy ?? '')?.name ?? null,
      locked_at: document.lockedAt,
      is_mine: document.lockedBy === user.id,
    };
  });

  app.post<One & { Querystring: { readonly force?: boolean } }>(
    '/documents/:id/lock',
    { schema: { querystring: lockQuery } },
    async (request) => {
      const user = signedIn(store, request);
      const { force = false } = request.query;
      const document = await store.documents.lock(user.id, request.params.id, { force });
      return { locked: true, locked_by: document.lockedBy, locked_at: document.lockedAt };
    },
  );

  app.post<One>('/documents/:id/unlock', async (request) => {
    await store.documents.unlock(signedIn(store, request).id, request.params.id);
    return { locked: false };
  });
}
