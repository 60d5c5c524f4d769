import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import {
  startEmbeddedPlatform,
  type RunningPlatform,
} from '../../../server/src/platforms/embedded/startEmbeddedPlatform.js';
import {
  openEmbeddedStore,
  type EmbeddedStore,
} from '../../../server/src/platforms/embedded/store/EmbeddedStore.js';
import type { ProjectRecord, UserRecord } from '../../../server/src/platforms/embedded/store/records.js';
import type { Clock } from '../../../server/src/ports/Clock.js';

/** A clock that a test moves by hand. */
export class HandClock implements Clock {
  #now = Date.parse('2026-03-01T09:00:00Z');

  now(): number {
    return this.#now;
  }

  sleep(): Promise<void> {
    return Promise.resolve();
  }

  forward(ms: number): void {
    this.#now += ms;
  }
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A running embedded platform with one project, an admin, a member and an outsider. */
export class World {
  readonly directory: string;
  readonly clock = new HandClock();
  #store: EmbeddedStore | undefined;
  #platform: RunningPlatform | undefined;
  admin!: UserRecord;
  member!: UserRecord;
  project!: ProjectRecord;
  adminToken = '';
  memberToken = '';
  outsiderToken = '';

  constructor(directory: string) {
    this.directory = directory;
  }

  static async start(options: { readonly toolJetVersion?: string } = {}): Promise<World> {
    const world = new World(await mkdtemp(join(tmpdir(), 'docbridge-embedded-')));
    await world.#open(options.toolJetVersion);
    const { accounts } = world.store;
    world.admin = await accounts.createUser({
      name: 'Ann Bee',
      email: 'ann@example.com',
      password: 'correct horse',
    });
    world.member = await accounts.createUser({
      name: 'Ben Cee',
      email: 'ben@example.com',
      password: 'battery',
    });
    const outsider = await accounts.createUser({ name: 'Cid Dee', email: 'cid@example.com' });
    world.project = await accounts.createProject({
      name: 'Handbook',
      slug: 'handbook',
      ownerId: world.admin.id,
    });
    await accounts.setMember(world.project.id, world.member.id, 'member');
    world.adminToken = await accounts.createToken(world.admin.id);
    world.memberToken = await accounts.createToken(world.member.id);
    world.outsiderToken = await accounts.createToken(outsider.id);
    return world;
  }

  /** A world of its own that starts with the same users, project and tokens. */
  async copy(): Promise<World> {
    const copy = new World(await mkdtemp(join(tmpdir(), 'docbridge-embedded-')));
    await cp(this.directory, copy.directory, { recursive: true });
    const { admin, member, project, adminToken, memberToken, outsiderToken } = this;
    Object.assign(copy, { admin, member, project, adminToken, memberToken, outsiderToken });
    await copy.#open(undefined);
    return copy;
  }

  get store(): EmbeddedStore {
    if (this.#store === undefined) throw new Error('The world is not open.');
    return this.#store;
  }

  get url(): string {
    return this.#platform?.url ?? '';
  }

  /** Stops the server and opens the store again from disk. */
  async restart(): Promise<void> {
    await this.#platform?.stop();
    await this.#open(undefined);
  }

  async end(): Promise<void> {
    await this.#platform?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** A request to ondoki's API as one of the users. */
  async call(
    method: string,
    path: string,
    options: { readonly body?: unknown; readonly token?: string | null } = {},
  ): Promise<Answer> {
    const token = options.token === undefined ? this.adminToken : options.token;
    const headers: Record<string, string> = {};
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    return this.request(method, `/api/v1${path}`, headers, options.body);
  }

  /** A request to ToolJet's API as one of the users, with the token as cookie. */
  async callApps(
    method: string,
    path: string,
    options: { readonly body?: unknown; readonly token?: string } = {},
  ): Promise<Answer> {
    const headers = {
      cookie: `tj_auth_token=${options.token ?? this.adminToken}`,
      'tj-workspace-id': this.project.organizationId,
    };
    return this.request(method, `/api${path}`, headers, options.body);
  }

  async request(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: unknown,
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  async #open(toolJetVersion: string | undefined): Promise<void> {
    this.#store = await openEmbeddedStore({
      directory: this.directory,
      fs: new NodeFileSystem(),
      clock: this.clock,
      random: new NodeRandom(),
      hash: new NodeHash(),
      ...(toolJetVersion === undefined ? {} : { toolJetVersion }),
    });
    this.#platform = await startEmbeddedPlatform({ store: this.#store });
  }
}
