import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue, each 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const bitDepth = 8;
const trueColor = 2;
const filterUp = 2;

/**
 * A PNG of 8-bit true colour (ISO/IEC 15948). `colorAt` is asked once for every pixel, row by row from the
 * top left.
 */
export function encodePng(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Color,
): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([bitDepth, trueColor, 0, 0, 0], 8);
  return joined([
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines(width, height, colorAt), { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Rows with the filter byte in front; each byte is stored as its difference to the one above. */
function scanlines(width: number, height: number, colorAt: (x: number, y: number) => Color): Uint8Array {
  const stride = width * 3;
  const rows = new Uint8Array((stride + 1) * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const row = new Uint8Array(stride);
    for (let x = 0; x < width; x++) row.set(colorAt(x, y).map(Math.round), x * 3);
    const start = y * (stride + 1);
    rows[start] = filterUp;
    rows.set(
      row.map((value, index) => value - (above[index] ?? 0)),
      start + 1,
    );
    above = row;
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  const frame = new Uint8Array(body.length + 8);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  frame.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return frame;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
