import { MoveRequest } from '../../protocol.js';
import { editWorkspace } from '../editWorkspace.js';
import { onRequest } from '../messageHandler.js';

export const move = onRequest(MoveRequest, ({ binding, from, to }, context, { signal }) =>
  editWorkspace(context, binding, [from, to], signal, async (workspace, either) => {
    await workspace.move(from, to, { signal: either });
    return null;
  }),
);
