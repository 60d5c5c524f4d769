import { ReadRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const read = onRequest(ReadRequest, ({ binding, path }, context, { signal }) =>
  withCredentials(context, binding, signal, (engine, either) =>
    engine.workspace.read(path, { signal: either }),
  ),
);
