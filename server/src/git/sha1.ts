import { createHash } from 'node:crypto';

/** SHA-1 over parts, as lower-case hex: the names of Git's objects. */
export function sha1(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
