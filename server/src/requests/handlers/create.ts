import { CreateRequest } from '../../protocol.js';
import { editWorkspace } from '../editWorkspace.js';
import { onRequest } from '../messageHandler.js';

export const create = onRequest(CreateRequest, ({ binding, path, text }, context, { signal }) =>
  editWorkspace(context, binding, [path], signal, async (workspace, either) => {
    if (text !== null) return workspace.create(path, text, { signal: either });
    await workspace.createFolder(path, { signal: either });
    return null;
  }),
);
