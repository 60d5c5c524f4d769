import { NodeHash } from '../../server/src/node/NodeHash.js';
import { NodeHttpClient } from '../../server/src/node/NodeHttpClient.js';
import { NodeRandom } from '../../server/src/node/NodeRandom.js';
import { createPlatform } from '../../server/src/platforms/createPlatform.js';
import type { Platform, PlatformKind } from '../../server/src/platforms/Platform.js';
import type { PlatformCredential } from '../../server/src/ports/Credentials.js';
import { nullLogger } from '../../server/src/ports/Logger.js';
import { InstantClock } from './InstantClock.js';

/** An adapter as the product makes it, but without waiting. */
export function testPlatform(
  kind: PlatformKind,
  url: string,
  credential: PlatformCredential | undefined,
  clock: InstantClock = new InstantClock(),
): Platform {
  return createPlatform({
    kind,
    url,
    http: new NodeHttpClient(),
    credential: () => Promise.resolve(credential),
    clock,
    random: new NodeRandom(),
    hash: new NodeHash(),
    logger: nullLogger,
  });
}
