import { ProbeRepositoryRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';

export const probeRepository = onRequest(
  ProbeRepositoryRequest,
  async ({ url, credential }, context, { signal }) => {
    const { proxy } = context.bindings;
    context.redactor.add(credential?.token, credential?.user);
    const options = { logger: context.logger, ...(proxy === undefined ? {} : { proxy }) };
    return context.probes.withRemote(url, credential ?? undefined, options, async (remote) => {
      const head = await remote.head({ signal });
      return { branches: head.branches, defaultBranch: head.defaultBranch?.name ?? null };
    });
  },
);
