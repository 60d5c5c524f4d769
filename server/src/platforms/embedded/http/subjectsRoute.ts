import type { FastifyPluginCallback } from 'fastify';

import type { Logger } from '../../../ports/Logger.js';
import type { EmbeddedStore } from '../store/EmbeddedStore.js';
import { answerOndokiErrors } from './ondoki/answerErrors.js';
import { signedIn } from './ondoki/signedIn.js';

/**
 * Our own route, for neither service knows the other: which workspace of the app API belongs to which project
 * of the document API. Register it with the prefix `/api/embedded`.
 */
export function subjectsApi(store: EmbeddedStore, logger: Logger): FastifyPluginCallback {
  return (app, _options, done) => {
    answerOndokiErrors(app, logger);
    app.get('/subjects', (request) =>
      store.accounts.projectsOf(signedIn(store, request).id).map(({ id, slug, name, organizationId }) => ({
        id,
        slug,
        name,
        organization_id: organizationId,
      })),
    );
    done();
  };
}
