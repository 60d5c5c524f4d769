import { ReadSideRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const readSide = onRequest(ReadSideRequest, async ({ binding, side, path }, context, { signal }) => {
  const text = await withCredentials(context, binding, signal, (engine, either) =>
    engine.workspace.readSide(side, path, { signal: either }),
  );
  return text === undefined ? null : { text };
});
