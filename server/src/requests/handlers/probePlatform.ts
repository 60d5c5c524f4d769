import { ConfigurationError } from '../../errors/usageErrors.js';
import type { PlatformKind } from '../../platforms/Platform.js';
import { ProbePlatformRequest } from '../../protocol.js';
import { onRequest } from '../messageHandler.js';

/** What a quick pick can show; a platform with more subjects is narrowed by typing the id. */
const SUBJECT_LIMIT = 500;

const kinds: ReadonlySet<string> = new Set<PlatformKind>([
  'embedded',
  'ondoki',
  'tooljet',
  'gitbook',
  'coregit',
  'outline',
  'docmost',
]);

export const probePlatform = onRequest(
  ProbePlatformRequest,
  async ({ kind, url, credential }, context, { signal }) => {
    if (!isKind(kind))
      throw new ConfigurationError('The connection', [`there is no platform kind "${kind}"`]);
    const { proxy } = context.bindings;
    context.redactor.add(credential.token);
    context.redactor.add(credential.password, credential.user);
    context.redactor.add(credential.refreshToken);
    const options = { logger: context.logger, ...(proxy === undefined ? {} : { proxy }) };
    return context.probes.withPlatform(kind, url, credential, options, async (platform) => {
      const { name, email } = await platform.connect({ signal });
      const subjects: ProbePlatformRequest.Result['subjects'][number][] = [];
      for await (const subject of platform.subjects({ signal })) {
        subjects.push({ id: subject.id, name: subject.name });
        if (subjects.length >= SUBJECT_LIMIT) break;
      }
      return { name, email, subjects };
    });
  },
);

function isKind(kind: string): kind is PlatformKind {
  return kinds.has(kind);
}
