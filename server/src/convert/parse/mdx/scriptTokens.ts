import { BACKSLASH, BRACKET_CLOSE, BRACKET_OPEN, LINE_FEED } from '../codes.js';

const SLASH = 47;
const STAR = 42;

/** Words behind which an expression begins, not an operator. */
const OPENS_VALUE: ReadonlySet<string> = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'do',
  'else',
  'new',
  'throw',
  'await',
  'yield',
  'default',
  'instanceof',
  'extends',
]);

const WORD = /[\w$\u0080-\uffff]+/y;

/** A name, a keyword or a number, and whether it is a value. */
export function readWord(
  text: string,
  at: number,
): { readonly to: number; readonly isValue: boolean } | undefined {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  return word === undefined ? undefined : { to: at + word.length, isValue: !OPENS_VALUE.has(word) };
}

export function isSlash(code: number): boolean {
  return code === SLASH;
}

/** The end of a text in quotes, which is one line unless a backslash ends it. */
export function endOfString(text: string, at: number): number | undefined {
  const quote = text.charCodeAt(at);
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === quote) return next + 1;
    if (code === LINE_FEED) return undefined;
    if (code === BACKSLASH) next += 1;
  }
  return undefined;
}

/** Whether a slash opens a comment. */
export function opensComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === SLASH || next === STAR;
}

/** The end of a comment; undefined when nothing closes it. */
export function endOfComment(text: string, at: number): number | undefined {
  if (text.charCodeAt(at + 1) === SLASH) {
    const line = text.indexOf('\n', at);
    return line === -1 ? text.length : line;
  }
  const end = text.indexOf('*/', at + 2);
  return end === -1 ? undefined : end + 2;
}

/** The end of a regular expression without its flags. */
export function endOfRegex(text: string, at: number): number | undefined {
  let inClass = false;
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === LINE_FEED) return undefined;
    if (code === BACKSLASH) next += 1;
    else if (code === BRACKET_OPEN) inClass = true;
    else if (code === BRACKET_CLOSE) inClass = false;
    else if (code === SLASH && !inClass) return next + 1;
  }
  return undefined;
}
