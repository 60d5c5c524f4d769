import { WriteRequest } from '../../protocol.js';
import { editWorkspace } from '../editWorkspace.js';
import { onRequest } from '../messageHandler.js';

export const write = onRequest(WriteRequest, ({ binding, path, text, ifRevision }, context, { signal }) =>
  editWorkspace(context, binding, [path], signal, (workspace, either) =>
    workspace.write(path, text, { ifRevision, signal: either }),
  ),
);
