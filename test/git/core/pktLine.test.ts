import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { Packet } from '../../../server/src/git/core/pktLine.js';
import {
  PacketError,
  delimiterPacket,
  flushPacket,
  packet,
  packetText,
  readPackets,
} from '../../../server/src/git/core/pktLine.js';
import { concatBytes } from '../../../server/src/git/core/treeEntries.js';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: Uint8Array, size = 7): Promise<Packet[]> {
  const packets: Packet[] = [];
  for await (const value of readPackets(inChunks(bytes, size))) packets.push(value);
  return packets;
}

suite('pktLine', () => {
  test('packets come back however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 30 }))),
        fc.integer({ min: 1, max: 50 }),
        async (texts, size) => {
          const bytes = concatBytes(texts.map((text) => (text === null ? flushPacket : packet(text))));
          const packets = await read(bytes, size);
          assert.deepEqual(
            packets.map((value) =>
              value.kind === 'data'
                ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(value.bytes)
                : null,
            ),
            texts,
          );
        },
      ),
    );
  });

  test('knows the three special packets and takes the line break off a text', async () => {
    const bytes = concatBytes([
      packet('a\n'),
      delimiterPacket,
      flushPacket,
      new TextEncoder().encode('0002'),
    ]);
    const packets = await read(bytes);
    assert.deepEqual(
      packets.map(({ kind }) => kind),
      ['data', 'delimiter', 'flush', 'end'],
    );
    assert.equal(packetText(packets[0] ?? { kind: 'flush' }), 'a');
  });

  test('anything else is a PacketError', async () => {
    for (const text of ['<html>', '0003', '000', '0009ab', 'zzzz', '-001', '0x10', ' 001']) {
      await assert.rejects(read(new TextEncoder().encode(text)), PacketError, text);
    }
  });
});
