import type { FastifyPluginCallback } from 'fastify';

import type { Logger } from '../../../../ports/Logger.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { beStrict } from '../strictRequests.js';
import { answerToolJetErrors } from './answerErrors.js';
import { appRoutes } from './appRoutes.js';
import { externalRoutes } from './externalRoutes.js';
import { resourceRoutes } from './resourceRoutes.js';
import { adminSession, toolJetSession } from './session.js';
import { sessionRoutes } from './sessionRoutes.js';

/** ToolJet's API for apps; register it with the prefix `/api`. */
export function toolJetApi(store: EmbeddedStore, logger: Logger): FastifyPluginCallback {
  return (app, _options, done) => {
    beStrict(app);
    answerToolJetErrors(app, logger, () => store.state.time.now());
    sessionRoutes(app, store);
    externalRoutes(app, store);
    app.register((signedIn, _inner, ready) => {
      // Before the body is read, as ToolJet's guards do.
      signedIn.addHook('onRequest', (request, _reply, next) => {
        toolJetSession(store, request);
        next();
      });
      appRoutes(signedIn, store);
      ready();
    });
    app.register((admins, _inner, ready) => {
      admins.addHook('onRequest', (request, _reply, next) => {
        adminSession(store, request);
        next();
      });
      resourceRoutes(admins, store);
      ready();
    });
    done();
  };
}
