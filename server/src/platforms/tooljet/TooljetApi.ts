import type { Json } from '../../convert/tiptap.js';
import { PlatformFailureError } from '../../errors/platformErrors.js';
import type { PlatformClient } from '../PlatformClient.js';
import { WireRecord } from '../WireRecord.js';

type Signal = AbortSignal | undefined;

/** An app of the list. */
export interface AppRecord {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly updatedAt: string | null;
  /** The version being edited; older servers and the external API do not say. */
  readonly versionId: string | null;
}

export interface AppPage {
  readonly apps: readonly AppRecord[];
  /** Of all pages. */
  readonly total: number;
  readonly isLast: boolean;
}

/** An export file as what an import takes. */
export interface AppImport {
  readonly toolJetVersion: string;
  readonly definition: Json;
  readonly tables: Json;
}

/** ToolJet's routes that we use, in one workspace, with a session or (`external`) with the external API's token. */
export class TooljetApi {
  readonly #client: PlatformClient;
  readonly #workspace: string;
  readonly #external: boolean;

  constructor(client: PlatformClient, workspace: string, external: boolean) {
    this.#client = client;
    this.#workspace = workspace;
    this.#external = external;
  }

  /** Pages start at 1; ToolJet gives nine apps a page, the external API all. */
  async page(page: number, signal: Signal): Promise<AppPage> {
    const what = `workspace ${this.#workspace}`;
    if (this.#external) {
      const path = `/api/ext/workspace/${part(this.#workspace)}/apps`;
      const record = this.#record(await this.#client.json({ method: 'GET', path, what, signal }), what);
      return { apps: record.records('apps').map(appRecord), total: record.integer('total'), isLast: true };
    }
    const query = { page: String(page), type: 'front-end' };
    const answer = await this.#client.json({
      method: 'GET',
      path: '/api/apps',
      query,
      headers: this.#headers,
      what,
      signal,
    });
    const record = this.#record(answer, what);
    const meta = record.record('meta');
    return {
      apps: record.records('apps').map(appRecord),
      total: meta.integer('total_count'),
      isLast: page >= meta.integer('total_pages'),
    };
  }

  /** The app's export file with the tables it uses; one version, or all without `versionId`. */
  async export(id: string, versionId: string | null, signal: Signal): Promise<Json> {
    const what = `app ${id}`;
    if (this.#external) {
      const path = `/api/ext/export/workspace/${part(this.#workspace)}/apps/${part(id)}`;
      const query = { exportTjdb: 'true' };
      return this.#envelope(
        await this.#client.json({ method: 'POST', path, query, what, repeatable: true, signal }),
        id,
      );
    }
    const json = {
      app: [{ id, search_params: versionId === null ? null : { version_id: versionId } }],
      tooljet_database: await this.#tables(id, signal),
      organization_id: this.#workspace,
    };
    const path = '/api/v2/resources/export';
    const request = {
      method: 'POST',
      path,
      json,
      headers: this.#headers,
      what,
      repeatable: true,
      signal,
    } as const;
    return this.#envelope(await this.#client.json(request), id);
  }

  /** Creates an app of this name; always a new one. The external API does not say which. */
  async import(
    name: string,
    { definition, tables, toolJetVersion }: AppImport,
    signal: Signal,
  ): Promise<string | undefined> {
    const what = `workspace ${this.#workspace}`;
    if (this.#external) {
      const path = `/api/ext/import/workspace/${part(this.#workspace)}/apps`;
      const json = {
        tooljet_version: toolJetVersion,
        app: [{ definition }],
        appName: name,
        tooljet_database: tables,
      };
      await this.#client.json({ method: 'POST', path, json, what, signal });
      return undefined;
    }
    const json = {
      organization_id: this.#workspace,
      tooljet_version: toolJetVersion,
      app: [{ definition, appName: name }],
      tooljet_database: tables,
    };
    const path = '/api/v2/resources/import';
    const answer = await this.#client.json({
      method: 'POST',
      path,
      json,
      headers: this.#headers,
      what,
      signal,
    });
    const [app] = this.#record(answer, what).record('imports').records('app');
    if (app === undefined) throw new PlatformFailureError(this.#client.origin, 201, 'the import made no app');
    return app.text('id');
  }

  async rename(id: string, name: string, signal: Signal): Promise<void> {
    const path = `/api/apps/${part(id)}`;
    const json = { app: { name } };
    await this.#client.json({ method: 'PUT', path, json, headers: this.#headers, what: `app ${id}`, signal });
  }

  /** For good: ToolJet has no trash. */
  async delete(id: string, signal: Signal): Promise<void> {
    const path = `/api/apps/${part(id)}`;
    await this.#client.send({ method: 'DELETE', path, headers: this.#headers, what: `app ${id}`, signal });
  }

  /** `true` when the session may administer the workspace. */
  async isAdmin(signal: Signal): Promise<boolean> {
    const what = 'session';
    const path = '/api/authorize';
    return this.#record(
      await this.#client.json({ method: 'GET', path, headers: this.#headers, what, signal }),
      what,
    ).flag('admin');
  }

  async workspaces(signal: Signal): Promise<readonly WireRecord[]> {
    const what = 'list of workspaces';
    const query = { status: 'active' };
    const path = '/api/organizations';
    const answer = await this.#client.json({
      method: 'GET',
      path,
      query,
      headers: this.#headers,
      what,
      signal,
    });
    return this.#record(answer, what).records('organizations');
  }

  async #tables(id: string, signal: Signal): Promise<Json> {
    const what = `tables of app ${id}`;
    const path = `/api/apps/${part(id)}/tables`;
    const answer = await this.#client.json({ method: 'GET', path, headers: this.#headers, what, signal });
    return this.#record(answer, what)
      .records('tables')
      .map((table) => ({ table_id: table.text('table_id') }));
  }

  #envelope(value: unknown, id: string): Json {
    const what = `export of app ${id}`;
    this.#record(value, what).records('app');
    return value as Json;
  }

  #record(value: unknown, what: string): WireRecord {
    return new WireRecord(value, this.#client.origin, what);
  }

  get #headers(): Readonly<Record<string, string>> {
    return { 'tj-workspace-id': this.#workspace };
  }
}

function appRecord(record: WireRecord): AppRecord {
  return {
    id: record.text('id'),
    name: record.text('name'),
    updatedAt: record.textOrNull('updated_at'),
    versionId: record.recordOrNone('editing_version')?.text('id') ?? null,
  };
}

const part = (id: string): string => encodeURIComponent(id);
