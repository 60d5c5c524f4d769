import type { FastifyPluginAsync } from 'fastify';

import type { Logger } from '../../../../ports/Logger.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { beStrict } from '../strictRequests.js';
import { accountRoutes, refreshRoute } from './accountRoutes.js';
import { answerOndokiErrors } from './answerErrors.js';
import { documentRoutes } from './documentRoutes.js';
import { folderRoutes } from './folderRoutes.js';
import { imageRoutes } from './imageRoutes.js';
import { lockRoutes } from './lockRoutes.js';
import { signedIn } from './signedIn.js';
import { versionRoutes } from './versionRoutes.js';

/** ondoki's document API; register it with the prefix `/api/v1`. */
export function ondokiApi(store: EmbeddedStore, logger: Logger): FastifyPluginAsync {
  return async (app) => {
    beStrict(app);
    answerOndokiErrors(app, logger);
    refreshRoute(app, store);
    for (const path of ['/documents', '/folders']) {
      app.post(path, (request, reply) => reply.redirect(`${request.url}/`, 307));
    }
    await app.register(async (signedInOnly) => {
      // Before the body is read: who is not signed in learns nothing about the request's form.
      signedInOnly.addHook('onRequest', (request, _reply, next) => {
        signedIn(store, request);
        next();
      });
      documentRoutes(signedInOnly, store);
      lockRoutes(signedInOnly, store);
      versionRoutes(signedInOnly, store);
      folderRoutes(signedInOnly, store);
      accountRoutes(signedInOnly, store);
      await imageRoutes(signedInOnly, store);
    });
  };
}
