import { ResolveRequest } from '../../protocol.js';
import { announced } from '../announced.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const resolve = onRequest(
  ResolveRequest,
  ({ binding, id, resolution }, context, { signal, progress }) => {
    context.credentials.askAgain();
    return announced(context, binding, () =>
      withCredentials(
        context,
        binding,
        signal,
        (engine, either) => engine.resolve(id, resolution, { progress, signal: either }),
        ({ error }) => error,
      ),
    );
  },
);
