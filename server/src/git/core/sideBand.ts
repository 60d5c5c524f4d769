import type { Packet } from './pktLine.js';
import { PacketError } from './pktLine.js';

/** What the bands of a multiplexed answer carry: data, a text for the person, a fatal error text. */
export type BandPart =
  | { readonly band: 'data'; readonly bytes: Uint8Array }
  | { readonly band: 'text'; readonly text: string }
  | { readonly band: 'fatal'; readonly text: string };

const decoder = new TextDecoder();

/** One packet of the `side-band-64k` multiplex (gitprotocol-pack(5)). */
export function bandPart(bytes: Uint8Array): BandPart {
  const rest = bytes.subarray(1);
  switch (bytes[0]) {
    case 1:
      return { band: 'data', bytes: rest };
    case 2:
      return { band: 'text', text: decoder.decode(rest) };
    case 3:
      return { band: 'fatal', text: decoder.decode(rest) };
    case undefined:
    default:
      throw new PacketError('the answer has an unknown band');
  }
}

/** Whether a packet is one of a multiplexed answer and not a line of text. */
export function isBand(value: Packet): value is Packet & { kind: 'data' } {
  return value.kind === 'data' && [1, 2, 3].includes(value.bytes[0] ?? 0);
}

/** A text of a server for a person: no control characters (escape sequences), no more than 500 characters. */
export function plainServerText(text: string): string {
  return text
    .replace(/\u001B\[[0-?]*[ -/]*[@-~]/g, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
