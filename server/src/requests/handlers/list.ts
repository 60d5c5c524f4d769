import { ListRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const list = onRequest(ListRequest, async ({ binding, refresh }, context, { signal }) => ({
  entries: await withCredentials(context, binding, signal, (engine, either) =>
    engine.workspace.list({ refresh: refresh ?? false, signal: either }),
  ),
}));
