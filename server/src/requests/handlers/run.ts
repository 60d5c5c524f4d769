import { RunRequest } from '../../protocol.js';
import { announced } from '../announced.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const run = onRequest(RunRequest, (params, context, { signal, progress }) => {
  const { binding, direction, message, confirm } = params;
  context.credentials.askAgain();
  return announced(context, binding, () =>
    withCredentials(
      context,
      binding,
      signal,
      (engine, either) => engine.run({ direction, message, confirm, progress, signal: either }),
      ({ error }) => error,
    ),
  );
});
