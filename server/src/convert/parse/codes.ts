/** Character codes that Markdown gives a meaning to. */
export const TAB = 9;
export const LINE_FEED = 10;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const PAREN_OPEN = 40;
export const PAREN_CLOSE = 41;
export const STAR = 42;
export const PLUS = 43;
export const MINUS = 45;
export const DOT = 46;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const AT = 64;
export const BRACKET_OPEN = 91;
export const BACKSLASH = 92;
export const BRACKET_CLOSE = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const SMALL_W = 119;
export const BRACE_OPEN = 123;
export const PIPE = 124;
export const BRACE_CLOSE = 125;
export const TILDE = 126;

export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** ASCII punctuation (CommonMark 0.31.2, section 2.1). */
export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** The first offset from `at` on that holds no space or tab, at most `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isSpaceOrTab(text.charCodeAt(next))) next += 1;
  return next;
}

/** The offset behind the last character before `end` that is no space or tab, at least `start`. */
export function trimBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSpaceOrTab(text.charCodeAt(last - 1))) last -= 1;
  return last;
}
