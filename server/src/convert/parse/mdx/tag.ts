import type { ScriptScanner } from './ScriptScanner.js';

/** A JSX tag. */
export interface Tag {
  /** Empty for a fragment. */
  readonly name: string;
  readonly to: number;
}

const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d-]*/uy;
const WHITE = /[ \t\n]*/y;

/**
 * Reads the JSX tag that `<` at an offset opens, as MDX 3 does (micromark-extension-mdx-jsx): opening, closing or
 * self-closing, of an element or a fragment. `text` when `<` is text, undefined when the tag is no valid one.
 */
export function readTag(scanner: ScriptScanner, at: number): Tag | 'text' | undefined {
  const { text } = scanner;
  if (at + 1 >= text.length || /[ \t\n]/.test(text.charAt(at + 1))) return 'text';
  let next = text.charAt(at + 1) === '/' ? skipWhite(text, at + 2) : at + 1;
  const from = next;
  if (text.charAt(next) === '>') return { name: '', to: next + 1 };
  const named = readName(text, next);
  if (named === undefined) return undefined;
  next = named;
  const name = text.slice(from, next);
  for (;;) {
    const white = skipWhite(text, next);
    const char = text.charAt(white);
    if (char === '>') return { name, to: white + 1 };
    if (char === '/') {
      const end = skipWhite(text, white + 1);
      return text.charAt(end) === '>' ? { name, to: end + 1 } : undefined;
    }
    const after = char === '{' ? scanner.expressionEnd(white) : readAttribute(scanner, white);
    if (after === undefined) return undefined;
    next = after;
  }
}

/** `name`, `a.member.of.it` or `space:name`. */
function readName(text: string, at: number): number | undefined {
  let to = matchEnd(NAME, text, at);
  if (to === undefined) return undefined;
  const local = skipWhite(text, to);
  if (text.charAt(local) === ':') return matchEnd(NAME, text, skipWhite(text, local + 1));
  for (;;) {
    const dot = skipWhite(text, to);
    if (text.charAt(dot) !== '.') return to;
    const member = matchEnd(NAME, text, skipWhite(text, dot + 1));
    if (member === undefined) return undefined;
    to = member;
  }
}

function readAttribute(scanner: ScriptScanner, at: number): number | undefined {
  const { text } = scanner;
  let to = matchEnd(NAME, text, at);
  if (to === undefined) return undefined;
  const local = skipWhite(text, to);
  if (text.charAt(local) === ':') {
    const end = matchEnd(NAME, text, skipWhite(text, local + 1));
    if (end === undefined) return undefined;
    to = end;
  }
  const equals = skipWhite(text, to);
  if (text.charAt(equals) !== '=') return to;
  const value = skipWhite(text, equals + 1);
  const quote = text.charAt(value);
  if (quote === '{') return scanner.expressionEnd(value);
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, value + 1);
  return end === -1 ? undefined : end + 1;
}

function skipWhite(text: string, at: number): number {
  return matchEnd(WHITE, text, at) ?? at;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
