import type { Json } from '../../convert/tiptap.js';
import type { Hash } from '../../ports/Hash.js';

/** Version of the state's files that this program writes. */
export const stateVersion = 1;

export type Unsealed =
  | { readonly kind: 'value'; readonly version: number; readonly value: Json }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

// A file is `docbridge-state <version> <SHA-256 of the version and the rest>`, a line feed, and JSON. This
// first line is the same in all versions.
const header = /^docbridge-state (\d{1,6}) ([0-9a-f]{64})$/u;
const headerLimit = 128;
const lineFeed = 0x0a;

/** The bytes of a state file: a line with version and checksum, then the value. */
export function seal(value: Json, hash: Hash, version = stateVersion): Uint8Array {
  const encoder = new TextEncoder();
  const body = encoder.encode(JSON.stringify(value));
  const head = encoder.encode(`docbridge-state ${version} ${checksum(version, body, hash)}\n`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** The first line of a state file, which differs whenever the rest differs; empty when there is none. */
export function sealOf(bytes: Uint8Array): string {
  const end = bytes.subarray(0, headerLimit).indexOf(lineFeed);
  return new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
}

/** Reads a state file; one that is empty, cut or changed is `damaged`, never an empty value. */
export function unseal(bytes: Uint8Array, hash: Hash, known = stateVersion): Unsealed {
  const first = sealOf(bytes);
  const match = header.exec(first);
  if (match === null) return { kind: 'damaged' };
  const version = Number(match[1]);
  const body = bytes.subarray(first.length + 1);
  if (checksum(version, body, hash) !== match[2]) return { kind: 'damaged' };
  if (version > known) return { kind: 'newer', version };
  const value = JSON.parse(new TextDecoder().decode(body)) as Json;
  return { kind: 'value', version, value };
}

function checksum(version: number, body: Uint8Array, hash: Hash): string {
  return hash.sha256(new TextEncoder().encode(`${version}\n`), body);
}
