import type { Remote } from '../git/Remote.js';
import type { Platform } from '../platforms/Platform.js';
import type { Clock } from '../ports/Clock.js';
import type { Hash } from '../ports/Hash.js';
import type { Logger } from '../ports/Logger.js';
import type { Random } from '../ports/Random.js';
import type { StateStore } from './StateStore.js';

/** Everything the engine reaches the world through. */
export interface EnginePorts {
  readonly platform: Platform;
  readonly remote: Remote;
  readonly state: StateStore;
  readonly hash: Hash;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}
