import { createServer, type RequestListener } from 'node:http';
import { fastify } from 'fastify';

import type { Logger } from '../../ports/Logger.js';
import { embeddedPlatformPlugin } from './embeddedPlatformPlugin.js';
import { guardRequests } from './http/requestGuard.js';
import type { EmbeddedStore } from './store/EmbeddedStore.js';

export interface RunningPlatform {
  /** For example `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string;
  /** Ends open connections and what `route` serves, waits for writes under way. */
  stop(): Promise<void>;
}

/** Serves a store over HTTP; on 127.0.0.1 and a free port unless told otherwise. */
export async function startEmbeddedPlatform(options: {
  readonly store: EmbeddedStore;
  readonly host?: string;
  /** 0 or absent: the system chooses. */
  readonly port?: number;
  readonly logger?: Logger;
  /** Takes some requests away from the platform, to be served at the same address. */
  readonly route?: (platform: RequestListener) => RequestListener;
  /** Milliseconds for a whole request, 0 for no limit; a minute by default. */
  readonly requestTimeoutMs?: number;
}): Promise<RunningPlatform> {
  const { store, host = '127.0.0.1', port = 0, logger } = options;
  const { route = (platform: RequestListener) => platform, requestTimeoutMs = 60_000 } = options;
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    serverFactory: (handler) => {
      const limits = { maxHeaderSize: 8 * 1024, headersTimeout: 10_000, requestTimeout: requestTimeoutMs };
      return createServer(limits, route(handler));
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
