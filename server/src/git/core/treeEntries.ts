/** One entry of a tree object as it stands there (gitformat: `<mode> <name>\0<20 bytes of id>`). */
export interface TreeEntry {
  /** Octal digits as written; `40000` for a tree, though `040000` and other odd forms are kept. */
  readonly mode: string;
  /** The name's bytes, whatever they are. */
  readonly nameBytes: Uint8Array;
  /** The name when it is UTF-8 and can stand in a path; `undefined` for one that cannot. */
  readonly name: string | undefined;
  /** Lower-case hex. */
  readonly oid: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin1 = new TextDecoder('latin1');
const encoder = new TextEncoder();

/** A new entry; `mode` in the form that Git writes. */
export function treeEntry(mode: string, name: string, oid: string): TreeEntry {
  return { mode, nameBytes: encoder.encode(name), name, oid };
}

/** Whether an entry is a directory, however its mode is written. */
export function isTree(entry: TreeEntry): boolean {
  return /^0*40000$/.test(entry.mode);
}

/** The entries of a tree object in their order; throws `RangeError` when the bytes are not a tree. */
export function parseTree(bytes: Uint8Array): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.byteLength;) {
    const space = bytes.indexOf(0x20, at);
    const zero = bytes.indexOf(0, space);
    const end = zero + 21;
    if (space < 0 || zero < 0 || end > bytes.byteLength) throw new RangeError('The bytes are not a tree.');
    const nameBytes = bytes.subarray(space + 1, zero);
    entries.push({
      mode: latin1.decode(bytes.subarray(at, space)),
      nameBytes,
      name: plainName(nameBytes),
      oid: hex(bytes.subarray(zero + 1, end)),
    });
    at = end;
  }
  return entries;
}

/** The bytes of a tree object, in Git's order: by name, directories as if they ended with `/`. */
export function serializeTree(entries: readonly TreeEntry[]): Uint8Array {
  const sorted = [...entries].sort(compareEntries);
  const parts = sorted.flatMap((entry) => [
    encoder.encode(`${entry.mode} `),
    entry.nameBytes,
    Uint8Array.of(0),
    fromHex(entry.oid),
  ]);
  return concatBytes(parts);
}

/** All parts in one array. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

/** Lower-case hex of bytes. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The bytes of a hex text of even length. */
export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.byteLength; at++)
    bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

function plainName(bytes: Uint8Array): string | undefined {
  let name;
  try {
    name = decoder.decode(bytes);
  } catch {
    return undefined;
  }
  return name === '' || name === '.' || name === '..' || name.includes('/') ? undefined : name;
}

function compareEntries(a: TreeEntry, b: TreeEntry): number {
  const length = Math.min(a.nameBytes.byteLength, b.nameBytes.byteLength);
  for (let at = 0; at < length; at++) {
    const difference = (a.nameBytes[at] ?? 0) - (b.nameBytes[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return byteAfter(a, length) - byteAfter(b, length);
}

function byteAfter(entry: TreeEntry, at: number): number {
  return entry.nameBytes[at] ?? (isTree(entry) ? 0x2f : 0);
}
