import type { FastifyInstance } from 'fastify';

import { Refusal } from '../../Refusal.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { signedIn } from './signedIn.js';
import { projectRead } from './views.js';

/** `/auth/me` and `/projects`. */
export function accountRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  app.get('/auth/me', (request) => {
    const { id, email, name } = signedIn(store, request);
    return { id, email, name };
  });

  app.get<{ Params: { readonly user: string } }>('/projects/:user', (request) => {
    const user = signedIn(store, request);
    if (request.params.user !== user.id) throw new Refusal(403, 'Cannot list projects for other users');
    return store.accounts
      .projectsOf(user.id)
      .map((project) => projectRead(project, store.accounts.user(project.ownerId)?.name ?? null));
  });

  app.get<{ Params: { readonly user: string } }>('/projects/:user/role', (request) => {
    const user = signedIn(store, request);
    // The router has one name for this place; here it is a project.
    const { user: project } = request.params;
    const role = store.accounts.role(user.id, project);
    if (role === undefined) return { role: null };
    if (store.accounts.project(project)?.ownerId === user.id) return { role: 'owner' };
    // ondoki's members only read; the role that may write is its editor.
    return { role: role === 'admin' ? 'admin' : 'editor' };
  });
}

const accessTokenSeconds = 3600;
const refreshBody = {
  type: 'object',
  additionalProperties: false,
  properties: { refresh_token: { type: ['string', 'null'] } },
};

/** `/auth/refresh`: a new access token for a refresh token; needs no sign-in. */
export function refreshRoute(app: FastifyInstance, store: EmbeddedStore): void {
  app.post<{ Body: { readonly refresh_token?: string | null } }>(
    '/auth/refresh',
    { schema: { body: refreshBody } },
    async (request) => {
      const { refresh_token: token } = request.body;
      if (token == null || token === '') throw new Refusal(400, 'Missing refresh token');
      const user = store.accounts.userOfToken(token, 'refresh');
      if (user === undefined) throw new Refusal(401, 'Invalid refresh token');
      const lifetimeMs = accessTokenSeconds * 1000;
      const accessToken = await store.accounts.createToken(user.id, { lifetimeMs });
      return { access_token: accessToken, token_type: 'Bearer', expires_in: accessTokenSeconds };
    },
  );
}
