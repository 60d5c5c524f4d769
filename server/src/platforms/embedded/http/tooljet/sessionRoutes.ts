import type { FastifyInstance, FastifyReply } from 'fastify';

import { Refusal } from '../../Refusal.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { ProjectRecord, UserRecord } from '../../store/records.js';
import { sessionName, sessionUser, toolJetSession } from './session.js';

const tenDaysSeconds = 10 * 24 * 3600;

const credentials = {
  type: 'object',
  required: ['email', 'password'],
  additionalProperties: false,
  properties: {
    email: { type: 'string', format: 'email' },
    password: { type: 'string', minLength: 1, maxLength: 100 },
    redirectTo: { type: 'string' },
  },
};

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signing in with e-mail and password, and what a session says about its user and workspaces. */
export function sessionRoutes(app: FastifyInstance, store: EmbeddedStore): void {
  const signIn = async (
    { email, password }: Credentials,
    organizationId: string | undefined,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const user = await store.accounts.userOfPassword(email, password);
    const workspace =
      user &&
      store.accounts
        .projectsOf(user.id)
        .find((one) => organizationId === undefined || one.organizationId === organizationId);
    if (user === undefined || workspace === undefined) throw new Refusal(401, 'Invalid credentials');
    const token = await store.accounts.createToken(user.id, { lifetimeMs: tenDaysSeconds * 1000 });
    const cookie = `${sessionName}=${token}; Max-Age=${tenDaysSeconds}; Path=/; HttpOnly; SameSite=Strict`;
    return reply
      .code(201)
      .header('set-cookie', cookie)
      .send({
        ...userView(user),
        ...workspaceView(workspace),
        organization_id: workspace.organizationId,
        organization: workspace.name,
        is_current_organization_archived: false,
        admin: isAdmin(user, workspace),
        super_admin: false,
        no_active_workspaces: false,
      });
  };
  const isAdmin = (user: UserRecord, workspace: ProjectRecord): boolean =>
    store.accounts.role(user.id, workspace.id) === 'admin';

  app.post<{ Body: Credentials }>('/authenticate', { schema: { body: credentials } }, (request, reply) =>
    signIn(request.body, undefined, reply),
  );

  app.post<{ Body: Credentials; Params: { readonly organization: string } }>(
    '/authenticate/:organization',
    { schema: { body: credentials } },
    (request, reply) => signIn(request.body, request.params.organization, reply),
  );

  app.get('/session', (request) => {
    const user = sessionUser(store, request);
    const [workspace] = store.accounts.projectsOf(user.id);
    return {
      ...userView(user),
      no_workspace_attached_in_the_session: workspace === undefined,
      ...(workspace === undefined
        ? {}
        : { ...workspaceView(workspace), current_organization_name: workspace.name }),
    };
  });

  app.get('/authorize', (request) => {
    const { user, workspace } = toolJetSession(store, request);
    return {
      ...userView(user),
      ...workspaceView(workspace),
      current_organization_name: workspace.name,
      organization_id: workspace.organizationId,
      admin: isAdmin(user, workspace),
      super_admin: false,
    };
  });

  const status = {
    type: 'object',
    additionalProperties: false,
    properties: { status: { type: 'string' } },
  };
  app.get('/organizations', { schema: { querystring: status } }, (request) => {
    const user = sessionUser(store, request);
    const organizations = store.accounts.projectsOf(user.id).map(({ organizationId, name, slug }) => ({
      id: organizationId,
      name,
      slug,
      status: 'active',
      is_default: false,
    }));
    return { organizations, total_count: organizations.length };
  });
}

function userView({ uuid, email, name }: UserRecord): object {
  const [first = '', ...others] = name.split(' ');
  return { id: uuid, email, first_name: first, last_name: others.join(' '), avatar_id: null };
}

function workspaceView({ organizationId, slug }: ProjectRecord): object {
  return { current_organization_id: organizationId, current_organization_slug: slug };
}
