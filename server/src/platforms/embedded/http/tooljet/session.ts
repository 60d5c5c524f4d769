import type { FastifyRequest } from 'fastify';

import { Refusal } from '../../Refusal.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { ProjectRecord, UserRecord } from '../../store/records.js';

/** Cookie, and header for clients without cookies, that holds the session or a bearer token. */
export const sessionName = 'tj_auth_token';

/** Who asks, in which workspace. */
export interface ToolJetSession {
  readonly user: UserRecord;
  readonly workspace: ProjectRecord;
}

/** Whose session a request carries; throws a `Refusal` (401). */
export function sessionUser(store: EmbeddedStore, request: FastifyRequest): UserRecord {
  const header = request.headers[sessionName];
  const token = typeof header === 'string' ? header : cookie(request.headers.cookie, sessionName);
  const user = token === undefined ? undefined : store.accounts.userOfToken(token);
  if (user === undefined) throw unauthorized();
  return user;
}

/** The session together with the workspace of `Tj-Workspace-Id`, of which the user is a member; 401 otherwise. */
export function toolJetSession(store: EmbeddedStore, request: FastifyRequest): ToolJetSession {
  const user = sessionUser(store, request);
  const wanted = request.headers['tj-workspace-id'];
  const workspace = store.accounts
    .projectsOf(user.id)
    .find(({ organizationId }) => organizationId === wanted);
  if (workspace === undefined) throw unauthorized();
  return { user, workspace };
}

/** The session of an admin of the workspace; 403 for another member. */
export function adminSession(store: EmbeddedStore, request: FastifyRequest): ToolJetSession {
  const session = toolJetSession(store, request);
  requireAdmin(store, session);
  return session;
}

export function requireAdmin(store: EmbeddedStore, { user, workspace }: ToolJetSession): void {
  if (store.accounts.role(user.id, workspace.id) !== 'admin') throw new Refusal(403, 'Forbidden resource');
}

/**
 * An admin by the static token of the `ext` routes: `Authorization: Basic <token>`, sent as it is. 403 unless
 * it is the token of an admin of that workspace.
 */
export function externalSession(
  store: EmbeddedStore,
  request: FastifyRequest,
  organizationId: string,
): ToolJetSession {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  const user = scheme.toLowerCase() === 'basic' ? store.accounts.userOfToken(token) : undefined;
  const workspace =
    user && store.accounts.projectsOf(user.id).find((one) => one.organizationId === organizationId);
  if (user === undefined || workspace === undefined) throw new Refusal(403, 'Unauthorized');
  if (store.accounts.role(user.id, workspace.id) !== 'admin') throw new Refusal(403, 'Unauthorized');
  return { user, workspace };
}

function unauthorized(): Refusal {
  return new Refusal(401, 'Unauthorized');
}

function cookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
