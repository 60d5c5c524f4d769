import { randomInt, randomUUID } from 'node:crypto';

import type { Random } from '../ports/Random.js';

const steps = 2 ** 40;

/** Randomness of the operating system. */
export class NodeRandom implements Random {
  uuid(): string {
    return randomUUID();
  }

  fraction(): number {
    return randomInt(steps) / steps;
  }
}
