import { TILDE, UNDERSCORE, isAsciiPunctuation } from '../codes.js';

/** Whether a delimiter run can open and close emphasis. */
export interface Flanking {
  readonly opens: boolean;
  readonly closes: boolean;
}

const SPACE = 0;
const PUNCTUATION = 1;
const OTHER = 2;

const UNICODE_PUNCTUATION = /[\p{P}\p{S}]/u;
const UNICODE_SPACE = /[\p{Zs}\t\n\f\r]/u;

/**
 * Classifies a run of one character between two offsets (CommonMark 0.31.2, section 6.2). As in cmark-gfm, tildes beside
 * it are passed over; as in commonmark.js, a character beyond the basic plane is neither space nor punctuation.
 */
export function flankingOf(text: string, char: number, from: number, to: number): Flanking {
  let first = from - 1;
  while (first > 0 && text.charCodeAt(first) === TILDE) first -= 1;
  let next = to;
  while (next < text.length && text.charCodeAt(next) === TILDE) next += 1;
  const before = first < 0 ? SPACE : kindAt(text, first);
  const after = next === text.length ? SPACE : kindAt(text, next);
  const left = after !== SPACE && (after !== PUNCTUATION || before !== OTHER);
  const right = before !== SPACE && (before !== PUNCTUATION || after !== OTHER);
  if (char !== UNDERSCORE) return { opens: left, closes: right };
  return {
    opens: left && (!right || before === PUNCTUATION),
    closes: right && (!left || after === PUNCTUATION),
  };
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (code === 32 || (code >= 9 && code <= 13) || code === TILDE) return SPACE;
    return isAsciiPunctuation(code) ? PUNCTUATION : OTHER;
  }
  const char = text.charAt(at);
  if (UNICODE_SPACE.test(char)) return SPACE;
  return UNICODE_PUNCTUATION.test(char) ? PUNCTUATION : OTHER;
}
