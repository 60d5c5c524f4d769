import type { IncomingMessage, RequestListener } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { createGitHttpBackend } from '../../api/gitHttpBackend.js';
import { isLocalHost } from '../../platforms/embedded/http/requestGuard.js';
import type { EmbeddedStore } from '../../platforms/embedded/store/EmbeddedStore.js';
import {
  startEmbeddedPlatform,
  type RunningPlatform,
} from '../../platforms/embedded/startEmbeddedPlatform.js';
import type { Logger } from '../../ports/Logger.js';
import type { DataFolder } from './dataFolder.js';
import { gitAuthorization } from './gitAuthorization.js';

/** Serves the embedded platform and the bare repositories of a data folder at one address. */
export async function startService(options: {
  readonly store: EmbeddedStore;
  readonly folder: DataFolder;
  readonly host: string;
  /** 0: the system chooses. */
  readonly port: number;
  readonly logger: Logger;
}): Promise<RunningPlatform> {
  const { store, folder, host, port, logger } = options;
  await mkdir(folder.repositories, { recursive: true, mode: 0o700 });
  const git = createGitHttpBackend({ root: folder.repositories, authorize: gitAuthorization(store), logger });
  return startEmbeddedPlatform({
    store,
    host,
    port,
    logger,
    route: (platform) => route(git, platform),
    // A pack may take its time; everything else is bounded by its body limit.
    requestTimeoutMs: 0,
  });
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
