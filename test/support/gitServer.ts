import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { createGitHttpBackend } from '../../server/src/api/gitHttpBackend.js';
import { git } from './gitServerCommand.js';

export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** What goes wrong with requests whose URL contains `url` (every one when absent), until it is unset. */
export interface GitFault {
  readonly url?: string;
  /** Answers with this status instead of Git's answer. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Cuts the connection after this many bytes of the answer's body. */
  readonly cutAfter?: number;
  /** Git does its work, but its answer never arrives. */
  readonly loseAnswer?: boolean;
  /** Runs before Git sees the request. */
  readonly before?: () => Promise<void>;
  /** The fault goes away after it has happened once. */
  readonly once?: boolean;
}

export interface GitServerOptions {
  /** The password that is wanted; without it everybody may do everything. */
  readonly token?: string;
  /** Whether hooks in the repositories run. */
  readonly hooks?: boolean;
  /** `false`: the server takes objects that `git fsck` dislikes. */
  readonly checkObjects?: boolean;
  /** `false`: the server knows protocol 0 alone. */
  readonly protocol2?: boolean;
}

export interface GitServer {
  readonly origin: string;
  readonly port: number;
  /** Folder of the bare repositories. */
  readonly root: string;
  readonly requests: LoggedRequest[];
  fault: GitFault | undefined;
  /** URL of a repository, without user info. */
  url(repository: string): string;
  /** Folder of a repository, for the real git. */
  path(repository: string): string;
  /** Makes an empty bare repository; `name` without `.git`. */
  createRepository(name: string, options?: { readonly branch?: string }): Promise<string>;
  /** Adds a commit of text files to a branch on the server itself; its id. `null` deletes a file. */
  commit(name: string, files: Readonly<Record<string, string | null>>, branch?: string): Promise<string>;
  /** Installs an executable hook script. */
  addHook(name: string, hook: string, script: string): Promise<void>;
  stop(): Promise<void>;
}

/** A real Git server on loopback, on git's own http-backend, with its repositories in a temporary folder. */
export async function startGitServer(options: GitServerOptions = {}): Promise<GitServer> {
  const root = await mkdtemp(join(tmpdir(), 'docbridge-git-server-'));
  const backend = createGitHttpBackend({
    root,
    hooks: options.hooks ?? false,
    checkObjects: options.checkObjects ?? true,
    authorize: (request) => authorize(request, options.token),
  });
  const requests: LoggedRequest[] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    if (options.protocol2 === false) delete request.headers['git-protocol'];
    const fault = gitServer.fault;
    if (fault === undefined || !(request.url ?? '').includes(fault.url ?? '')) {
      backend(request, response);
      return;
    }
    if (fault.once === true) gitServer.fault = undefined;
    void applyFault(fault, request, response, backend);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const path = (name: string): string => join(root, `${name}.git`);
  const gitServer: GitServer = {
    origin,
    port,
    root,
    requests,
    fault: undefined,
    url: (name) => `${origin}/${name}.git`,
    path,
    createRepository: async (name, { branch = 'main' } = {}) => {
      await mkdir(dirname(path(name)), { recursive: true });
      await git(root, ['init', '--quiet', '--bare', `--initial-branch=${branch}`, path(name)]);
      return path(name);
    },
    commit: (name, files, branch = 'main') => commitFiles(path(name), files, branch),
    addHook: async (name, hook, script) => {
      await mkdir(join(path(name), 'hooks'), { recursive: true });
      await writeFile(join(path(name), 'hooks', hook), script, { mode: 0o755 });
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(root, { recursive: true, force: true });
    },
  };
  return gitServer;
}

function authorize(request: IncomingMessage, token: string | undefined): { user: string } | undefined {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [user = '', password] = Buffer.from(basic, 'base64').toString().split(':', 2);
  if (token === undefined) return { user: user === '' ? 'anonymous' : user };
  return password === token ? { user } : undefined;
}

async function applyFault(
  fault: GitFault,
  request: IncomingMessage,
  response: ServerResponse,
  backend: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<void> {
  await fault.before?.();
  if (fault.status !== undefined) {
    request.resume();
    response.writeHead(fault.status, { connection: 'close', ...fault.headers }).end(fault.body ?? '');
    return;
  }
  const limit = fault.loseAnswer === true ? 0 : fault.cutAfter;
  if (limit !== undefined) cutAnswer(response, limit, fault.loseAnswer === true);
  backend(request, response);
}

/** Lets `limit` bytes of the body through; with `finish` the cut waits until Git has given its whole answer. */
function cutAnswer(response: ServerResponse, limit: number, finish: boolean): void {
  let left = limit;
  const write = response.write.bind(response);
  const cut = (): void => {
    response.socket?.destroy();
  };
  response.write = (chunk: unknown) => {
    const bytes = Buffer.from(chunk as Uint8Array);
    const passed = bytes.subarray(0, left);
    left -= passed.byteLength;
    if (passed.byteLength > 0) write(passed);
    if (left === 0 && !finish) setImmediate(cut);
    return true;
  };
  response.end = () => {
    cut();
    return response;
  };
}

async function commitFiles(
  repository: string,
  files: Readonly<Record<string, string | null>>,
  branch: string,
): Promise<string> {
  const quoted = (name: string): string => JSON.stringify(name);
  const parent = await git(repository, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`], {
    codes: [0, 1],
  });
  const lines = [
    `commit refs/heads/${branch}`,
    'committer Test <test@example.com> 1700000000 +0000',
    'data 4',
    'Edit',
    ...(parent === '' ? [] : [`from ${parent}`]),
    ...Object.entries(files).flatMap(([name, text]) =>
      text === null
        ? [`D ${quoted(name)}`]
        : [`M 100644 inline ${quoted(name)}`, `data ${Buffer.byteLength(text)}`, text],
    ),
    '',
  ];
  await git(repository, ['fast-import', '--quiet', '--force'], { input: lines.join('\n') });
  return git(repository, ['rev-parse', `refs/heads/${branch}`]);
}
