import { UnsupportedPlatformError } from '../errors/platformErrors.js';
import type { Clock } from '../ports/Clock.js';
import type { PlatformCredential } from '../ports/Credentials.js';
import type { Hash } from '../ports/Hash.js';
import type { HttpClient } from '../ports/HttpClient.js';
import type { Logger } from '../ports/Logger.js';
import type { Random } from '../ports/Random.js';
import { EmbeddedPlatform } from './embedded/EmbeddedPlatform.js';
import { OndokiPlatform } from './ondoki/OndokiPlatform.js';
import { ondokiSession } from './ondoki/ondokiSession.js';
import type { Platform, PlatformKind } from './Platform.js';
import { PlatformClient } from './PlatformClient.js';
import { RequestLimiter } from './RequestLimiter.js';
import { TooljetPlatform } from './tooljet/TooljetPlatform.js';

/** Requests to one platform at the same time. */
const concurrency = 4;
const supported: readonly PlatformKind[] = ['embedded', 'ondoki', 'tooljet'];

export interface PlatformOptions {
  readonly kind: PlatformKind;
  /** Base URL without user info; a service below a path keeps it. */
  readonly url: string;
  readonly http: HttpClient;
  /** Asked for when it is needed, and again when the platform refuses it; kept in memory. */
  readonly credential: (signal?: AbortSignal) => Promise<PlatformCredential | undefined>;
  readonly clock: Clock;
  readonly random: Random;
  readonly hash: Hash;
  readonly logger: Logger;
}

/**
 * The platform of a kind at an address. Throws `UnsupportedPlatformError` for kinds that are not there yet and
 * `UrlRefusedError` for what is no plain http or https URL; no request is sent.
 */
export function createPlatform(options: PlatformOptions): Platform {
  const { kind, url, http, clock, random, hash, logger } = options;
  const credential = (): Promise<PlatformCredential | undefined> => options.credential();
  const client = new PlatformClient({
    url,
    http,
    clock,
    random,
    logger,
    limiter: new RequestLimiter(concurrency),
  });
  const signedIn = (): PlatformClient => client.with(ondokiSession(client, credential));
  switch (kind) {
    case 'ondoki':
      return new OndokiPlatform({ client: signedIn(), hash, random, logger });
    case 'tooljet':
      return new TooljetPlatform({ client, credential, hash });
    case 'embedded': {
      const documents = signedIn();
      return new EmbeddedPlatform({
        client: documents,
        documents: new OndokiPlatform({ client: documents, hash, random, logger }),
        apps: new TooljetPlatform({ client, credential, hash }),
      });
    }
    case 'gitbook':
    case 'coregit':
    case 'outline':
    case 'docmost':
      throw new UnsupportedPlatformError(kind, supported);
  }
}
