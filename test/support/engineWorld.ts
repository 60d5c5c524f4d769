import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binding } from '../../server/src/config/Configuration.js';
import type { TiptapDocument, TiptapNode } from '../../server/src/convert/tiptap.js';
import { createRemote } from '../../server/src/git/createRemote.js';
import { NodeClock } from '../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../server/src/node/NodeHash.js';
import { NodeHttpClient } from '../../server/src/node/NodeHttpClient.js';
import { NodeProcesses } from '../../server/src/node/NodeProcesses.js';
import { NodeRandom } from '../../server/src/node/NodeRandom.js';
import { createPlatform } from '../../server/src/platforms/createPlatform.js';
import { seedSampleContent } from '../../server/src/platforms/embedded/seedSampleContent.js';
import { startEmbeddedPlatform } from '../../server/src/platforms/embedded/startEmbeddedPlatform.js';
import type { SampleContent } from '../../server/src/platforms/embedded/SampleContent.js';
import { openEmbeddedStore } from '../../server/src/platforms/embedded/store/EmbeddedStore.js';
import type { EmbeddedStore } from '../../server/src/platforms/embedded/store/EmbeddedStore.js';
import type { Platform, PlatformEntry } from '../../server/src/platforms/Platform.js';
import type { FileSystem } from '../../server/src/ports/FileSystem.js';
import type { HttpClient } from '../../server/src/ports/HttpClient.js';
import { nullLogger } from '../../server/src/ports/Logger.js';
import { createEngine } from '../../server/src/sync/createEngine.js';
import type { Engine } from '../../server/src/sync/Engine.js';
import { FileStateStore } from '../../server/src/sync/state/FileStateStore.js';
import { startGitServer } from './gitServer.js';
import type { GitServer } from './gitServer.js';
import { git } from './gitServerCommand.js';

/** The engine between a real embedded platform and a real Git server, all on loopback. */
export interface EngineWorld {
  readonly engine: Engine;
  readonly binding: Binding;
  readonly platform: Platform;
  readonly store: EmbeddedStore;
  readonly server: GitServer;
  readonly subject: string;
  /** The workspace that holds the subject's apps. */
  readonly organization: string;
  /** Another engine on the same state, as another process would have; or on a fresh one. */
  again(over?: Partial<Binding>, state?: 'same' | 'fresh'): Engine;
  /** The listing, by title. */
  titled(title: string): Promise<PlatformEntry>;
  create(title: string, text: string, parentId?: string | null): Promise<PlatformEntry>;
  /** Replaces a document's content by paragraphs. */
  rewrite(title: string, ...paragraphs: readonly string[]): Promise<PlatformEntry>;
  /** The paragraphs' plain text of a document as the platform holds it. */
  textOf(title: string): Promise<string>;
  /** Commits on the server's branch, as somebody else would. */
  push(files: Readonly<Record<string, string | null>>): Promise<string>;
  /** Runs git in the bare repository. */
  git(...args: readonly string[]): Promise<string>;
  /** File of the branch's head; `undefined`: not there. */
  file(path: string): Promise<string | undefined>;
  files(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function startEngineWorld(
  options: {
    readonly binding?: Partial<Binding>;
    readonly content?: SampleContent;
    /** Holds the engine's state; Node's own when absent. */
    readonly stateFiles?: FileSystem;
    /** Stands between the engine and the network. */
    readonly http?: (client: HttpClient) => HttpClient;
  } = {},
): Promise<EngineWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'docbridge-engine-'));
  const ports = {
    hash: new NodeHash(),
    clock: new NodeClock(),
    random: new NodeRandom(),
    fileSystem: new NodeFileSystem(),
    processes: new NodeProcesses(),
    logger: nullLogger,
  };
  const client = new NodeHttpClient();
  const http = options.http?.(client) ?? client;
  const store = await openEmbeddedStore({
    directory: join(folder, 'platform'),
    fs: ports.fileSystem,
    ...ports,
  });
  const seeded = await seedSampleContent(store, options.content ?? emptyContent);
  const [user] = seeded.users;
  if (user === undefined) throw new Error('The content has no user.');
  const token = await store.accounts.createToken(user.id);
  const running = await startEmbeddedPlatform({ store });
  const server = await startGitServer({ token: 'git-token' });
  await server.createRepository('docs');
  const binding: Binding = {
    ...defaults,
    platform: { kind: 'embedded', url: running.url, subject: seeded.project.id },
    repository: { url: server.url('docs'), branch: 'main', directory: '' },
    ...options.binding,
  };
  const platform = createPlatform({
    kind: 'embedded',
    url: running.url,
    http,
    credential: () => Promise.resolve({ token }),
    ...ports,
  });
  const engines: Engine[] = [];
  let fresh = 0;

  const open = (over: Partial<Binding> = {}, state: 'same' | 'fresh' = 'same'): Engine => {
    const used = { ...binding, ...over };
    const root = join(folder, state === 'same' ? 'state' : `state-${++fresh}`);
    const stateStore = new FileStateStore(root, used, {
      ...ports,
      fileSystem: options.stateFiles ?? ports.fileSystem,
    });
    const remote = createRemote({
      url: used.repository.url,
      branch: used.repository.branch,
      http,
      credential: () => Promise.resolve({ token: 'git-token' }),
      cacheDirectory: stateStore.cacheDirectory,
      ...ports,
    });
    const engine = createEngine(used, { ...ports, platform, remote, state: stateStore });
    engines.push(engine);
    return engine;
  };

  const titled = async (title: string): Promise<PlatformEntry> => {
    for await (const one of platform.list(binding.platform.subject)) if (one.title === title) return one;
    throw new Error(`The platform has no "${title}".`);
  };
  return {
    engine: open(),
    binding,
    platform,
    store,
    server,
    subject: binding.platform.subject,
    organization: seeded.project.organizationId,
    again: open,
    titled,
    create: (title, text, parentId = null) =>
      platform.create(
        binding.platform.subject,
        {
          kind: 'document',
          title,
          parentId,
          private: false,
          content: { form: 'json', doc: paragraphs(text) },
        },
        { idempotencyKey: ports.random.uuid() },
      ),
    rewrite: async (title, ...texts) => {
      const found = await titled(title);
      return platform.update(
        found.id,
        { form: 'json', doc: paragraphs(...texts) },
        { ifRevision: found.revision },
      );
    },
    textOf: async (title) => {
      const { id } = await titled(title);
      const { content } = await platform.read(id, 'document');
      return content.form === 'json' ? plainText(content.doc) : '';
    },
    push: (files) => server.commit('docs', files),
    git: (...args) => git(server.path('docs'), args),
    file: async (path) => {
      const listed = await git(server.path('docs'), ['ls-tree', '--name-only', 'main', '--', path], {
        codes: [0, 128],
      });
      return listed === '' ? undefined : git(server.path('docs'), ['show', `main:${path}`]);
    },
    files: async () => {
      const listed = await git(server.path('docs'), ['ls-tree', '-r', '--name-only', '-z', 'main'], {
        codes: [0, 128],
      });
      return listed.split('\0').filter((name) => name !== '');
    },
    stop: async () => {
      for (const engine of engines) await engine.dispose();
      await running.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A document of one paragraph a text. */
export function paragraphs(...texts: readonly string[]): TiptapDocument {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

function plainText(node: TiptapNode): string {
  if (node.text !== undefined) return node.text;
  const parts = (node.content ?? []).map(plainText).filter((part) => part !== '');
  return parts.join(node.type === 'paragraph' || node.type === 'heading' ? '' : '\n');
}

const emptyContent: SampleContent = {
  project: { name: 'Docs', slug: 'docs' },
  users: [{ name: 'Ann Bee', email: 'ann@example.com', role: 'admin' }],
  root: { name: '', folders: [], documents: [] },
  images: [],
  apps: [],
};

const defaults: Omit<Binding, 'platform' | 'repository'> = {
  name: 'docs',
  direction: 'both',
  format: 'markdown',
  profile: 'docbridge',
  app: { fileName: '{version}' },
  enabled: true,
  autoSync: false,
  runBy: 'docbridge',
  include: [],
  exclude: [],
  private: false,
  drafts: false,
  onConflict: 'ask',
  deletions: {},
  commit: { message: 'docs: sync {count} documents', author: '{user}', mode: 'push' },
  base: 'local',
};
