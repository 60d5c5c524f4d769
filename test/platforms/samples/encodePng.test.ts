import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { Color } from '../../../server/src/platforms/embedded/samples/images/encodePng.js';
import { encodePng } from '../../../server/src/platforms/embedded/samples/images/encodePng.js';

/** Reads a PNG of true colour whose rows all use the filter "up"; fails on anything else. */
function decode(png: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly pixels: number[][];
} {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  for (let offset = 8; offset < png.length;) {
    const length = view.getUint32(offset);
    chunks.set(
      String.fromCharCode(...png.subarray(offset + 4, offset + 8)),
      png.subarray(offset + 8, offset + 8 + length),
    );
    offset += length + 12;
  }
  const header = Buffer.from(chunks.get('IHDR')!);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const rows = inflateSync(chunks.get('IDAT')!);
  const stride = width * 3;
  const pixels: number[][] = [];
  for (let y = 0; y < height; y++) {
    assert.equal(rows[y * (stride + 1)], 2);
    const raw = [...rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1))];
    pixels.push(raw.map((value, index) => (value + (pixels[y - 1]?.[index] ?? 0)) & 0xff));
  }
  return { width, height, pixels };
}

suite('encodePng', () => {
  test('frames the chunks as the standard says', () => {
    const png = Buffer.from(encodePng(2, 1, () => [0, 0, 0]));
    assert.equal(png.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
    // Width 2, height 1, depth 8, true colour; the CRC of this header is a known value.
    assert.equal(
      png.subarray(8, 33).toString('hex'),
      '0000000d4948445200000002000000010802000000' + '7b40e8dd',
    );
    assert.equal(png.subarray(-12).toString('hex'), '0000000049454e44ae426082');
  });

  test('every pixel comes back', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const picture = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([width, height]) =>
        fc.array(fc.array(fc.tuple(channel, channel, channel), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(picture, (rows: Color[][]) => {
        const decoded = decode(encodePng(rows[0]!.length, rows.length, (x, y) => rows[y]![x]!));
        assert.deepEqual(
          decoded.pixels,
          rows.map((row) => row.flat()),
        );
      }),
    );
  });
});
