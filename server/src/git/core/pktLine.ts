import { concatBytes } from './treeEntries.js';

/** One packet of Git's wire protocol (gitprotocol-common(5), gitprotocol-v2(5)). */
export type Packet =
  { readonly kind: 'data'; readonly bytes: Uint8Array } | { readonly kind: 'flush' | 'delimiter' | 'end' };

/** A byte stream that is not made of packets, or ends in the middle of one. */
export class PacketError extends Error {}

export const flushPacket = new TextEncoder().encode('0000');
export const delimiterPacket = new TextEncoder().encode('0001');

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const special = ['flush', 'delimiter', 'end'] as const;

/** A data packet of a text. */
export function packet(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  return concatBytes([encoder.encode((bytes.byteLength + 4).toString(16).padStart(4, '0')), bytes]);
}

/** The packets of a stream; throws `PacketError` at the first byte that breaks the format. */
export async function* readPackets(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Packet, void, undefined> {
  let pending: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    pending = pending.byteLength === 0 ? chunk : concatBytes([pending, chunk]);
    let at = 0;
    while (pending.byteLength - at >= 4) {
      const length = packetLength(pending.subarray(at, at + 4));
      const name = special[length];
      if (name !== undefined) {
        at += 4;
        yield { kind: name };
        continue;
      }
      if (pending.byteLength - at < length) break;
      yield { kind: 'data', bytes: pending.subarray(at + 4, at + length) };
      at += length;
    }
    pending = pending.subarray(at);
  }
  if (pending.byteLength > 0) throw new PacketError('the answer ended in the middle of a packet');
}

/** The text of a data packet without its line break; `undefined` for the others. */
export function packetText(value: Packet): string | undefined {
  return value.kind === 'data' ? decoder.decode(value.bytes).replace(/\n$/, '') : undefined;
}

function packetLength(digits: Uint8Array): number {
  const text = decoder.decode(digits);
  const length = /^[0-9a-f]{4}$/i.test(text) ? Number.parseInt(text, 16) : 3.5;
  if (!Number.isInteger(length) || length === 3) throw new PacketError('the answer is not made of packets');
  return length;
}
