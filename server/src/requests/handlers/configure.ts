import { ConfigureRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';

export const configure = onRequest(ConfigureRequest, (params, context) => {
  const { result, closed } = context.bindings.configure(params);
  context.watcher.prune(new Set(result.bindings.map(({ name }) => name)));
  closed.catch((error: unknown) => context.logger.warn(`Closing a binding failed: ${String(error)}`));
  context.refreshDiagnostics();
  return Promise.resolve(result);
});
