import { crc32 } from './crc32.js';
import type { GitObject, ObjectType, Sha1 } from './gitObject.js';
import { concatBytes, fromHex } from './treeEntries.js';

/** A pack with its index (gitformat-pack(5), both version 2). */
export interface PackFile {
  /** The trailing checksum, by which the files are named. */
  readonly id: string;
  readonly pack: Uint8Array;
  readonly index: Uint8Array;
}

const typeNumbers: Readonly<Record<ObjectType, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };
const encoder = new TextEncoder();

/** Packs whole objects, without deltas, in the order given. `deflate` writes the zlib format (RFC 1950). */
export function packObjects(
  objects: ReadonlyMap<string, GitObject>,
  deflate: (bytes: Uint8Array) => Uint8Array,
  sha1: Sha1,
): PackFile {
  const parts: Uint8Array[] = [encoder.encode('PACK'), uint32(2), uint32(objects.size)];
  const entries: IndexEntry[] = [];
  let offset = 12;
  for (const [oid, object] of objects) {
    const head = entryHead(typeNumbers[object.type], object.content.byteLength);
    const data = deflate(object.content);
    entries.push({ oid, offset, crc: crc32(head, data) });
    parts.push(head, data);
    offset += head.byteLength + data.byteLength;
  }
  const id = sha1(...parts);
  parts.push(fromHex(id));
  return { id, pack: concatBytes(parts), index: packIndex(entries, id, sha1) };
}

interface IndexEntry {
  readonly oid: string;
  readonly offset: number;
  readonly crc: number;
}

function packIndex(entries: readonly IndexEntry[], packId: string, sha1: Sha1): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.oid < b.oid ? -1 : 1));
  if (sorted.some(({ offset }) => offset >= 2 ** 31)) throw new RangeError('The pack is too large.');
  const counts = new Uint32Array(256);
  for (const { oid } of sorted) {
    const first = Number.parseInt(oid.slice(0, 2), 16);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  let total = 0;
  const fanOut = [...counts].map((count) => uint32((total += count)));
  const body = [
    Uint8Array.of(0xff, 0x74, 0x4f, 0x63),
    uint32(2),
    ...fanOut,
    ...sorted.map(({ oid }) => fromHex(oid)),
    ...sorted.map(({ crc }) => uint32(crc)),
    ...sorted.map(({ offset }) => uint32(offset)),
    fromHex(packId),
  ];
  return concatBytes([...body, fromHex(sha1(...body))]);
}

function entryHead(type: number, size: number): Uint8Array {
  const bytes = [];
  let byte = (type << 4) | (size % 16);
  // Arithmetic, because shifts work on 32 bits only.
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(byte | 0x80);
    byte = rest % 128;
  }
  return Uint8Array.from([...bytes, byte]);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
