import { ConflictsRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';

export const conflicts = onRequest(ConflictsRequest, async ({ binding }, context, { signal }) => ({
  conflicts: await context.bindings.get(binding).use(signal, (engine) => engine.conflicts()),
}));
