import type { FastifyPluginAsync } from 'fastify';

import { nullLogger, type Logger } from '../../ports/Logger.js';
import { ondokiApi } from './http/ondoki/ondokiApi.js';
import { subjectsApi } from './http/subjectsRoute.js';
import { toolJetApi } from './http/tooljet/toolJetApi.js';
import type { EmbeddedStore } from './store/EmbeddedStore.js';

/**
 * The embedded platform as a fastify plugin: ondoki's document API under `/api/v1`, ToolJet's app API under
 * `/api`, and `/api/embedded/subjects`. Who mounts it answers for the Host check (`guardRequests`).
 */
export function embeddedPlatformPlugin(options: {
  readonly store: EmbeddedStore;
  readonly logger?: Logger | undefined;
}): FastifyPluginAsync {
  const { store, logger = nullLogger } = options;
  return async (app) => {
    await app.register(ondokiApi(store, logger), { prefix: '/api/v1' });
    await app.register(subjectsApi(store, logger), { prefix: '/api/embedded' });
    await app.register(toolJetApi(store, logger), { prefix: '/api' });
  };
}
