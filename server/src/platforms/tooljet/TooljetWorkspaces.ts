import { PlatformFailureError, PlatformNotFoundError } from '../../errors/platformErrors.js';
import type { PlatformCredential } from '../../ports/Credentials.js';
import type { CredentialSession } from '../CredentialSession.js';
import type { Subject } from '../Platform.js';
import type { PlatformClient } from '../PlatformClient.js';
import { untilAborted } from '../untilAborted.js';
import { WireRecord } from '../WireRecord.js';
import { TooljetApi, type AppRecord } from './TooljetApi.js';
import { isExternalToken, tooljetSession } from './tooljetSession.js';

/** How often a list is read again whose pages shifted meanwhile. */
const maxReadings = 3;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
type Signal = AbortSignal | undefined;

/** Sessions, workspaces and lists of apps: a request to ToolJet names its workspace, an app's id does not. */
export class TooljetWorkspaces {
  readonly #client: PlatformClient;
  readonly #credential: () => Promise<PlatformCredential | undefined>;
  readonly #sessions = new Map<string, CredentialSession>();
  readonly #workspaceOfApp = new Map<string, string>();

  constructor(client: PlatformClient, credential: () => Promise<PlatformCredential | undefined>) {
    this.#client = client;
    this.#credential = credential;
  }

  /** `true` when the credential is the external API's, which knows no account. */
  async isExternal(signal: Signal): Promise<boolean> {
    return isExternalToken(await untilAborted(this.#session('').authorize(), signal));
  }

  /** Account and current workspace of the session. */
  async account(signal: Signal): Promise<WireRecord> {
    const what = 'session';
    const request = { method: 'GET', path: '/api/session', what, signal } as const;
    return new WireRecord(
      await this.#client.with(this.#session('')).json(request),
      this.#client.origin,
      what,
    );
  }

  async *all(signal: Signal): AsyncIterable<Subject> {
    if (await this.isExternal(signal)) return;
    const current = (await this.account(signal)).text('current_organization_id');
    for (const one of await (await this.api(current, signal)).workspaces(signal)) {
      const slug = one.textOrNull('slug');
      yield { id: one.text('id'), name: one.text('name'), ...(slug === null ? {} : { slug }) };
    }
  }

  /** The id of a workspace that is given by id or slug. */
  async idOf(subject: string, signal: Signal): Promise<string> {
    if (uuid.test(subject)) return subject;
    for await (const { id, slug } of this.all(signal)) if (slug === subject) return id;
    throw new PlatformNotFoundError(this.#client.origin, `workspace "${subject}"`);
  }

  async api(workspace: string, signal: Signal): Promise<TooljetApi> {
    const session = this.#session(workspace);
    const external = isExternalToken(await untilAborted(session.authorize(), signal));
    return new TooljetApi(this.#client.with(session), workspace, external);
  }

  /** The interface of the workspace that holds the app. */
  async apiOfApp(id: string, signal: Signal): Promise<TooljetApi> {
    const known = this.#workspaceOfApp.get(id);
    if (known !== undefined) return this.api(known, signal);
    for await (const { id: workspace } of this.all(signal)) {
      const apps = await this.apps(workspace, signal);
      if (apps.some((app) => app.id === id)) return this.api(workspace, signal);
    }
    throw new PlatformNotFoundError(this.#client.origin, `app ${id}`);
  }

  remember(id: string, workspace: string): void {
    this.#workspaceOfApp.set(id, workspace);
  }

  /** All apps; read again when some came or went between two pages, for a missing app would look deleted. */
  async apps(workspace: string, signal: Signal): Promise<readonly AppRecord[]> {
    const api = await this.api(workspace, signal);
    for (let reading = 0; reading < maxReadings; reading++) {
      const { apps, total } = await readPages(api, signal);
      if (apps.size !== total) continue;
      for (const id of apps.keys()) this.remember(id, workspace);
      return [...apps.values()];
    }
    throw new PlatformFailureError(this.#client.origin, 200, 'the list of apps and its count differ');
  }

  #session(workspace: string): CredentialSession {
    const session =
      this.#sessions.get(workspace) ??
      tooljetSession(this.#client, this.#credential, workspace === '' ? undefined : workspace);
    this.#sessions.set(workspace, session);
    return session;
  }
}

async function readPages(
  api: TooljetApi,
  signal: Signal,
): Promise<{ readonly apps: ReadonlyMap<string, AppRecord>; readonly total: number }> {
  const apps = new Map<string, AppRecord>();
  for (let page = 1; ; page++) {
    const { apps: some, total, isLast } = await api.page(page, signal);
    for (const app of some) apps.set(app.id, app);
    if (isLast) return { apps, total };
  }
}
