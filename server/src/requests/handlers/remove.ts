import { RemoveRequest } from '../../protocol.js';
import { editWorkspace } from '../editWorkspace.js';
import { onRequest } from '../messageHandler.js';

export const remove = onRequest(RemoveRequest, ({ binding, path }, context, { signal }) =>
  editWorkspace(context, binding, [path], signal, async (workspace, either) => {
    await workspace.remove(path, { signal: either });
    return null;
  }),
);
