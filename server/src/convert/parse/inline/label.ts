import { BACKSLASH, BRACKET_CLOSE, BRACKET_OPEN, isAsciiPunctuation } from '../codes.js';
import { decodeReference } from './reference.js';

/** Longest label, in characters between its brackets (CommonMark 0.31.2, section 6.3). */
const LONGEST = 999;

/** The offset of the bracket that closes a label which opens at `at`. */
export function labelEnd(text: string, at: number): number | undefined {
  const limit = Math.min(text.length, at + LONGEST + 2);
  for (let next = at + 1; next < limit; next += 1) {
    const code = text.charCodeAt(next);
    if (code === BRACKET_CLOSE) return next;
    if (code === BRACKET_OPEN) return undefined;
    if (code === BACKSLASH && isAsciiPunctuation(text.charCodeAt(next + 1))) next += 1;
  }
  return undefined;
}

/** Folds a label as CommonMark 0.31.2, section 6.3, matches labels. */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

const ESCAPE_OR_REFERENCE =
  /\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/g;

/** Text with its backslash escapes and character references resolved. */
export function decodeText(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text;
  return text.replace(
    ESCAPE_OR_REFERENCE,
    (whole, escaped: string | undefined) => escaped ?? decodeReference(whole) ?? whole,
  );
}
