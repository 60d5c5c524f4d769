import { createHash } from 'node:crypto';

import type { Hash } from '../ports/Hash.js';

/** Digests by Node's crypto. */
export class NodeHash implements Hash {
  sha1(...parts: readonly Uint8Array[]): string {
    return digest('sha1', parts);
  }

  sha256(...parts: readonly Uint8Array[]): string {
    return digest('sha256', parts);
  }
}

function digest(algorithm: string, parts: readonly Uint8Array[]): string {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
