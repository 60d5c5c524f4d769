/** Which characters that may need escaping a text holds, as bits. */
export const STARS = 1;
export const UNDERSCORES = 2;
export const TILDES = 4;
export const BACKTICKS = 8;
export const DOLLARS = 16;
export const COLONS = 32;
export const AT_SIGNS = 64;
export const BRACKETS = 128;
export const LINE_FEEDS = 256;
export const BACKSLASHES = 512;
export const EXCLAMATIONS = 1024;
export const LESS_THANS = 2048;
export const AMPERSANDS = 4096;
export const RETURNS = 8192;
export const WWW = 16384;

const BITS = new Uint16Array(128);
for (const [chars, bit] of [
  ['*', STARS],
  ['_', UNDERSCORES],
  ['~', TILDES],
  ['`', BACKTICKS],
  ['$', DOLLARS],
  [':', COLONS],
  ['@', AT_SIGNS],
  ['[]', BRACKETS],
  ['\n', LINE_FEEDS],
  ['\\', BACKSLASHES],
  ['!', EXCLAMATIONS],
  ['<', LESS_THANS],
  ['&', AMPERSANDS],
  ['\r', RETURNS],
  ['w', WWW],
] as const) {
  for (const char of chars) BITS[char.charCodeAt(0)] = bit;
}

/** The special characters of a text. */
export function specialsIn(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) found |= BITS[code] ?? 0;
  }
  return found;
}
