import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream';

import type { Logger } from '../ports/Logger.js';
import { nullLogger } from '../ports/Logger.js';
import { readCgiHead } from './cgiHead.js';
import { hardenedGitArguments, hardenedGitEnvironment } from './hardenedGit.js';

/** Which of the two services of Git's smart HTTP a request is for. */
export type GitService = 'git-upload-pack' | 'git-receive-pack';

/** What a request wants: `repository` is the path below the root, such as `acme/handbook.git`. */
export interface GitAccess {
  readonly repository: string;
  readonly service: GitService;
}

/** `undefined`: ask for a sign-in (401); `forbidden`: signed in, but not allowed (403). */
export type GitAuthorization = { readonly user: string } | 'forbidden' | undefined;

export interface GitHttpBackendOptions {
  /** Absolute path of the folder that holds the bare repositories. */
  readonly root: string;
  readonly authorize: (
    request: IncomingMessage,
    access: GitAccess,
  ) => GitAuthorization | Promise<GitAuthorization>;
  /** Whether hooks inside the repositories may run; off by default. */
  readonly hooks?: boolean;
  /** Whether pushed objects are checked as `git fsck --strict` does; on by default. */
  readonly checkObjects?: boolean;
  readonly logger?: Logger;
}

const maxErrorText = 4_000;

/**
 * Serves the bare repositories below `root` over smart HTTP by `git http-backend` (git-http-backend(1)). The
 * client's leaving ends the child process; a path that leaves the root is answered like a missing repository.
 */
export function createGitHttpBackend(options: GitHttpBackendOptions): RequestListener {
  return (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      (options.logger ?? nullLogger).error(
        `Git over HTTP failed: ${error instanceof Error ? error.message : 'unknown'}`,
      );
      refuse(response, 500, 'The Git server failed.');
    });
  };
}

async function serve(
  options: GitHttpBackendOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = routeOf(request);
  if (route === undefined) {
    refuse(response, 404, 'Not found.');
    return;
  }
  if (request.method !== route.method) {
    refuse(response, 405, 'Method not allowed.');
    return;
  }
  const authorization = await options.authorize(request, route);
  if (authorization === undefined) {
    refuse(response, 401, 'Sign in with a token.');
    return;
  }
  if (authorization === 'forbidden') {
    refuse(response, 403, 'Not allowed.');
    return;
  }
  if (!(await isInside(options.root, route.repository))) {
    refuse(response, 404, 'Repository not found.');
    return;
  }
  runBackend(options, route, authorization.user, request, response);
}

interface Route extends GitAccess {
  readonly method: 'GET' | 'POST';
  /** What follows the repository: `info/refs` or the service. */
  readonly action: string;
}

/** The smart requests of gitprotocol-http(5); anything else, the dumb protocol included, has no route. */
function routeOf(request: IncomingMessage): Route | undefined {
  const [rawPath = '', query = ''] = (request.url ?? '').split('?', 2);
  const path = decoded(rawPath);
  const match =
    path === undefined ? null : /^\/(.+?)\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(path);
  const [, repository, action] = match ?? [];
  if (repository === undefined || action === undefined || !repository.split('/').every(isPlainName))
    return undefined;
  const service = action === 'info/refs' ? new URLSearchParams(query).get('service') : action;
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return undefined;
  return { repository, service, action, method: action === 'info/refs' ? 'GET' : 'POST' };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function isPlainName(name: string): boolean {
  return /^[^./\\:\p{C}][^/\\:\p{C}]*$/u.test(name);
}

async function isInside(root: string, repository: string): Promise<boolean> {
  try {
    const real = await realpath(join(root, repository));
    if (!real.startsWith((await realpath(root)) + sep)) return false;
    return (await stat(join(real, 'objects'))).isDirectory();
  } catch {
    return false;
  }
}

function runBackend(
  options: GitHttpBackendOptions,
  route: Route,
  user: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { headers } = request;
  const settings = ['http.receivepack=true', 'http.uploadpack=true', 'uploadpack.allowFilter=true'];
  if (options.checkObjects === false) settings.push('transfer.fsckObjects=false');
  const hooks = options.hooks === true ? 'own' : 'none';
  const child = spawn('git', [...hardenedGitArguments({ hooks, settings }), 'http-backend'], {
    cwd: options.root,
    stdio: 'pipe',
    env: {
      ...hardenedGitEnvironment(options.root),
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${route.repository}/${route.action}`,
      QUERY_STRING: route.action === 'info/refs' ? `service=${route.service}` : '',
      REQUEST_METHOD: route.method,
      CONTENT_TYPE: headers['content-type'] ?? '',
      ...(headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: headers['content-length'] }),
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: gitProtocol(headers['git-protocol']),
      REMOTE_USER: user,
      REMOTE_ADDR: request.socket.remoteAddress ?? '',
    },
  });
  logErrors(child, options.logger ?? nullLogger);
  child.once('error', () => refuse(response, 500, 'git could not be started.'));
  response.once('close', () => {
    if (!response.writableFinished) child.kill('SIGTERM');
  });
  // Broken pipes show as a missing or short answer; the child's own text is in the log.
  pipeline(request, child.stdin, () => undefined);
  answer(child, response);
}

function answer(child: ChildProcessWithoutNullStreams, response: ServerResponse): void {
  readCgiHead(child.stdout).then(
    (head) => {
      if (response.headersSent || response.destroyed) return;
      response.writeHead(head.status, head.headers);
      response.write(head.rest);
      pipeline(child.stdout, response, () => undefined);
    },
    () => refuse(response, 500, 'The Git server gave no answer.'),
  );
}

function gitProtocol(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w=:.-]{1,100}$/.test(header) ? header : '';
}

function logErrors(child: ChildProcessWithoutNullStreams, logger: Logger): void {
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(0, maxErrorText);
  });
  child.once('close', () => {
    const line = text.replace(/\p{C}+/gu, ' ').trim();
    if (line !== '') logger.warn(`git http-backend: ${line}`);
  });
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Git", charset="UTF-8"' } : {};
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
    ...challenge,
  });
  response.end(`${message}\n`);
}
