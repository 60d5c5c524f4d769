import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { fastify } from 'fastify';
import { createGitHttpBackend } from '../../api/gitHttpBackend.js';
import { embeddedPlatformPlugin } from '../../platforms/embedded/embeddedPlatformPlugin.js';
import { guardRequests, isLocalHost } from '../../platforms/embedded/http/requestGuard.js';
import type { EmbeddedStore } from '../../platforms/embedded/store/EmbeddedStore.js';
import type { Logger } from '../../ports/Logger.js';
import type { DataFolder } from './dataFolder.js';
import { gitAuthorization } from './gitAuthorization.js';

/** A running service. */
export interface Service {
  /** For example `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string;
  /** Ends open connections and the programs behind them, waits for writes under way. */
  stop(): Promise<void>;
}

/** Serves the embedded platform and the bare repositories of a data folder at one address. */
export async function startService(options: {
  readonly store: EmbeddedStore;
  readonly folder: DataFolder;
  readonly host: string;
  /** 0: the system chooses. */
  readonly port: number;
  readonly logger: Logger;
}): Promise<Service> {
  const { store, folder, host, port, logger } = options;
  await mkdir(folder.repositories, { recursive: true, mode: 0o700 });
  const git = createGitHttpBackend({ root: folder.repositories, authorize: gitAuthorization(store), logger });
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    serverFactory: (handler) => {
      const server = createServer({ maxHeaderSize: 8 * 1024, headersTimeout: 10_000 }, route(git, handler));
      // A pack may take its time; everything else is bounded by its body limit.
      server.requestTimeout = 0;
      return server;
    },
  });
  guardRequests(app);
  await app.register(embeddedPlatformPlugin({ store, logger }));
  const url = await app.listen({ host, port });
  return {
    url,
    stop: async () => {
      await app.close();
      await store.settled();
    },
  };
}

function route(git: RequestListener, others: RequestListener): RequestListener {
  return (request, response) => {
    if (!isGit(request)) {
      others(request, response);
    } else if (
      !isLocalHost(request.headers.host, request.socket.localPort) ||
      request.headers.origin !== undefined
    ) {
      response.writeHead(421, { connection: 'close' }).end();
    } else {
      git(request, response);
    }
  };
}

function isGit({ url = '' }: IncomingMessage): boolean {
  return /^\/[^?]+\.git\/(info\/refs|git-upload-pack|git-receive-pack)(\?|$)/u.test(url);
}
