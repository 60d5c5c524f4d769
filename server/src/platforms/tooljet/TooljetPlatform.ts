import type { Json } from '../../convert/tiptap.js';
import {
  PlatformFailureError,
  PlatformRejectedError,
  StaleRevisionError,
} from '../../errors/platformErrors.js';
import type { PlatformCredential } from '../../ports/Credentials.js';
import type { Hash } from '../../ports/Hash.js';
import { Creations } from '../Creations.js';
import type {
  CallOptions,
  Capabilities,
  EntryKind,
  Identity,
  NewItem,
  Platform,
  PlatformChange,
  PlatformEntry,
  PlatformItem,
  Subject,
} from '../Platform.js';
import type { PlatformClient } from '../PlatformClient.js';
import { appItem, importOf, versionsOf } from './appExport.js';
import type { AppRecord, TooljetApi } from './TooljetApi.js';
import { TooljetWorkspaces } from './TooljetWorkspaces.js';

/** Apps that are exported at the same time. */
const batch = 4;

/** What ToolJet can do with apps: every import is a new app, and a deletion is final. */
export const tooljetCapabilities: Capabilities = {
  read: 'app',
  write: 'app',
  conditionalWrite: 'none',
  updateInPlace: false,
  folders: 'none',
  order: 'none',
  trash: false,
  attachments: false,
  changes: 'poll',
  lock: false,
  versions: true,
  roles: true,
  extendedSchema: false,
};

export interface TooljetPlatformOptions {
  /** Without a credential. */
  readonly client: PlatformClient;
  readonly credential: () => Promise<PlatformCredential | undefined>;
  readonly hash: Hash;
}

/** Apps of ToolJet by its export and import API. A subject is a workspace, given as its id or slug. */
export class TooljetPlatform implements Platform {
  readonly kind = 'tooljet';
  readonly dialect = 'tiptap';
  readonly capabilities = { app: tooljetCapabilities };
  readonly #options: TooljetPlatformOptions;
  readonly #workspaces: TooljetWorkspaces;
  readonly #creations = new Creations<PlatformItem>();

  constructor(options: TooljetPlatformOptions) {
    this.#options = options;
    this.#workspaces = new TooljetWorkspaces(options.client, options.credential);
  }

  async connect({ signal }: CallOptions = {}): Promise<Identity> {
    if (await this.#workspaces.isExternal(signal)) {
      return { id: 'external-api', name: 'ToolJet external API', email: '', isAdmin: true };
    }
    const account = await this.#workspaces.account(signal);
    const names = [account.textOrNull('first_name'), account.textOrNull('last_name')];
    const api = await this.#workspaces.api(account.text('current_organization_id'), signal);
    return {
      id: account.text('id'),
      name: names.filter((part) => part !== null && part !== '').join(' '),
      email: account.text('email'),
      isAdmin: await api.isAdmin(signal),
    };
  }

  subjects({ signal }: CallOptions = {}): AsyncIterable<Subject> {
    return this.#workspaces.all(signal);
  }

  async *list(subject: string, { signal }: CallOptions = {}): AsyncIterable<PlatformEntry> {
    const workspace = await this.#workspaces.idOf(subject, signal);
    const api = await this.#workspaces.api(workspace, signal);
    const apps = await this.#workspaces.apps(workspace, signal);
    for (const { id } of apps) this.#creations.know(id);
    for (let start = 0; start < apps.length; start += batch) {
      const some = apps.slice(start, start + batch);
      yield* await Promise.all(some.map((app) => this.#export(api, app, signal)));
    }
  }

  async read(id: string, kind: EntryKind, { signal }: CallOptions = {}): Promise<PlatformItem> {
    this.#requireApp(kind);
    return this.#export(
      await this.#workspaces.apiOfApp(id, signal),
      { id, updatedAt: null, versionId: null },
      signal,
    );
  }

  async create(
    subject: string,
    item: NewItem,
    { idempotencyKey: key, signal }: CallOptions & { readonly idempotencyKey: string },
  ): Promise<PlatformEntry> {
    this.#requireApp(item.kind);
    if (item.content?.form !== 'app') throw this.#refused('an app is made of the JSON of an app');
    const before = this.#creations.created(key);
    if (before !== undefined) return this.read(before.id, 'app', { signal });
    const workspace = await this.#workspaces.idOf(subject, signal);
    const api = await this.#workspaces.api(workspace, signal);
    const file = importOf(item.content.envelope, this.#origin);
    const named = async (): Promise<readonly PlatformItem[]> => {
      const same = (await this.#workspaces.apps(workspace, signal)).filter(({ name }) => name === item.title);
      return Promise.all(same.map((app) => this.#export(api, app, signal)));
    };
    const create = async (): Promise<PlatformItem> => {
      const id = await api.import(item.title, file, signal);
      if (id === undefined) return this.#only(await named(), item.title);
      this.#workspaces.remember(id, workspace);
      return this.#export(api, { id, updatedAt: null, versionId: null }, signal);
    };
    return this.#creations.run(key, create, named);
  }

  update(): Promise<PlatformEntry> {
    return Promise.reject(this.#refused('an app cannot be updated in place; it is imported anew'));
  }

  async rename(
    id: string,
    kind: EntryKind,
    title: string,
    { ifRevision, signal }: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry> {
    this.#requireApp(kind);
    const api = await this.#workspaces.apiOfApp(id, signal);
    await this.#requireRevision(id, ifRevision, signal);
    await api.rename(id, title, signal);
    const renamed = await this.read(id, 'app', { signal });
    if (renamed.title !== title)
      throw new PlatformFailureError(this.#origin, 200, `app ${id} did not take the name`);
    return renamed;
  }

  move(): Promise<PlatformEntry> {
    return Promise.reject(this.#refused('apps stand in no folder'));
  }

  /** Takes back an app that this object imported and nobody changed since; any other deletion would be final. */
  async trash(
    id: string,
    kind: EntryKind,
    { ifRevision, signal }: CallOptions & { readonly ifRevision?: string },
  ): Promise<void> {
    this.#requireApp(kind);
    const ours = this.#creations.ours(id);
    if (ours === undefined) throw this.#refused('ToolJet has no trash; delete the app there');
    await this.#requireRevision(id, ifRevision ?? ours.revision, signal);
    await (await this.#workspaces.apiOfApp(id, signal)).delete(id, signal);
  }

  /** Compares every app's revision; the cursor holds them all. */
  async *changes(
    subject: string,
    cursor: string | null,
    options: CallOptions = {},
  ): AsyncIterable<PlatformChange> {
    const before = new Map(
      Object.entries(cursor === null ? {} : (JSON.parse(cursor) as Record<string, string>)),
    );
    const after = new Map<string, string>();
    for await (const { id, revision } of this.list(subject, options)) after.set(id, revision);
    const next = JSON.stringify(Object.fromEntries(after));
    if (cursor === null) {
      yield { kind: 'upsert', id: '', cursor: next };
      return;
    }
    const changed = [...after]
      .filter(([id, revision]) => before.get(id) !== revision)
      .map(([id]) => ({ kind: 'upsert' as const, id }));
    const gone = [...before.keys()]
      .filter((id) => !after.has(id))
      .map((id) => ({ kind: 'trash' as const, id }));
    const steps = [...changed, ...gone];
    for (const [index, step] of steps.entries())
      yield { ...step, cursor: index === steps.length - 1 ? next : cursor };
  }

  getAttachment(): Promise<never> {
    return Promise.reject(this.#refused('apps have no attachments'));
  }

  putAttachment(): Promise<never> {
    return Promise.reject(this.#refused('apps have no attachments'));
  }

  get #origin(): string {
    return this.#options.client.origin;
  }

  async #export(
    api: TooljetApi,
    app: Pick<AppRecord, 'id' | 'updatedAt' | 'versionId'>,
    signal: AbortSignal | undefined,
  ): Promise<PlatformItem> {
    let envelope: Json = await api.export(app.id, app.versionId, signal);
    const { count, editing } = versionsOf(envelope, this.#origin);
    // Without a version ToolJet exports them all; a file holds one.
    if (count > 1 && app.versionId === null) envelope = await api.export(app.id, editing.id, signal);
    return appItem(envelope, app, this.#origin, this.#options.hash);
  }

  #only(items: readonly PlatformItem[], name: string): PlatformItem {
    const [item] = items;
    if (item === undefined)
      throw new PlatformFailureError(this.#origin, 201, `the import made no app "${name}"`);
    return item;
  }

  async #requireRevision(
    id: string,
    ifRevision: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (ifRevision === undefined) return;
    const { revision } = await this.read(id, 'app', { signal });
    if (revision !== ifRevision) throw new StaleRevisionError(id, ifRevision, revision);
  }

  #requireApp(kind: EntryKind): void {
    if (kind !== 'app') throw this.#refused(`it holds apps, not a ${kind}`);
  }

  #refused(detail: string): PlatformRejectedError {
    return new PlatformRejectedError(this.#origin, 400, detail);
  }
}
