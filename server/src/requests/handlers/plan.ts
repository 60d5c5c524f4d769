import { PlanRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const plan = onRequest(PlanRequest, ({ binding, direction }, context, { signal, progress }) => {
  context.credentials.askAgain();
  return withCredentials(context, binding, signal, (engine, either) =>
    engine.plan({ direction, progress, signal: either }),
  );
});
