import { isAsciiPunctuation } from '../parse/codes.js';

/** What the character beside a delimiter run is (CommonMark 0.31.2, section 6.2). */
export const SPACE = 0;
export const PUNCTUATION = 1;
export const WORD = 2;
/** Punctuation to some readers and part of a word to others: symbols, and all beyond the basic plane. */
export const UNSURE = 3;
/** White space to some readers and part of a word to others. */
export const ODD_SPACE = 4;

const ASCII = new Uint8Array(128).fill(WORD);
for (let code = 0; code < 128; code += 1) if (isAsciiPunctuation(code)) ASCII[code] = PUNCTUATION;
for (const code of [9, 10, 12, 13, 32]) ASCII[code] = SPACE;
ASCII[11] = ODD_SPACE;

/** Classifies the character at an offset; beyond the text's ends it is space. */
export function sideAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return SPACE;
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? WORD;
  if (code >= 0xd800 && code <= 0xdfff) return UNSURE;
  const char = text.charAt(at);
  if (/\p{Zs}/u.test(char)) return SPACE;
  if (/\s/.test(char)) return ODD_SPACE;
  if (/\p{P}/u.test(char)) return PUNCTUATION;
  return /\p{S}/u.test(char) ? UNSURE : WORD;
}

/** Whether a side may be part of a word to some reader. */
export function mayBeWord(side: number): boolean {
  return side === WORD || side === UNSURE || side === ODD_SPACE;
}

/** Whether a side may be punctuation to some reader. */
export function mayBePunctuation(side: number): boolean {
  return side === PUNCTUATION || side === UNSURE;
}

/** Whether a side may be white space to some reader. */
export function mayBeSpace(side: number): boolean {
  return side === SPACE || side === ODD_SPACE;
}
