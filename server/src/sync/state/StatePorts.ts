import type { Clock } from '../../ports/Clock.js';
import type { FileSystem } from '../../ports/FileSystem.js';
import type { Hash } from '../../ports/Hash.js';
import type { Logger } from '../../ports/Logger.js';
import type { Processes } from '../../ports/Processes.js';
import type { Random } from '../../ports/Random.js';

/** Everything the state store reaches the world through. */
export interface StatePorts {
  readonly fileSystem: FileSystem;
  readonly hash: Hash;
  readonly clock: Clock;
  readonly random: Random;
  readonly processes: Processes;
  readonly logger: Logger;
}
