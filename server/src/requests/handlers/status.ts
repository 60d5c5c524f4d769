import type { BindingStatus } from '../../protocol.js';
import { StatusRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';
import { withCredentials } from '../withCredentials.js';

export const status = onRequest(StatusRequest, async ({ binding, cached }, context, { signal }) => {
  const names =
    binding === undefined
      ? context.bindings.all.map((open) => open.binding.name)
      : [context.bindings.get(binding).binding.name];
  const bindings: BindingStatus[] = [];
  // One after the other: bindings often share a platform, and its rate limit.
  for (const name of names) {
    bindings.push(
      await withCredentials(
        context,
        name,
        signal,
        (engine, either) => engine.status({ cached: cached ?? false, signal: either }),
        ({ error }) => error,
      ),
    );
  }
  return { bindings };
});
