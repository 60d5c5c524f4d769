import { createHash } from 'node:crypto';

const namespace = 'docbridge-samples';

/** A UUID (version 5 in form) that is the same for the same names in every run. */
export function fixedUuid(...names: readonly string[]): string {
  const hex = createHash('sha1')
    .update([namespace, ...names].join('\0'))
    .digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
