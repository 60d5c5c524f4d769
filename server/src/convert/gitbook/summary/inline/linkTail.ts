import type { Span } from '../SummaryTree.js';
import { isPunctuation, unescapeText } from './unescape.js';

/** What follows a link's label in parentheses. */
export interface LinkTail {
  readonly url: string;
  /** The destination, angle brackets included; empty where there is none. */
  readonly urlAt: Span;
  readonly title: string | undefined;
  /** The title with its quotes. */
  readonly titleAt: Span | undefined;
  readonly end: number;
}

/** Deepest nesting of parentheses in a destination without angle brackets. */
const MAX_PARENTHESES = 32;

/** Reads `(destination "title")` at an offset (CommonMark 0.31.2, section 6.3). */
export function linkTail(text: string, at: number): LinkTail | undefined {
  if (text.charAt(at) !== '(') return undefined;
  const start = skipBlanks(text, at + 1);
  const destinationEnd = text.charAt(start) === '<' ? endOfAngle(text, start) : endOfBare(text, start);
  if (destinationEnd === undefined) return undefined;
  const inner =
    text.charAt(start) === '<'
      ? text.slice(start + 1, destinationEnd - 1)
      : text.slice(start, destinationEnd);
  const next = skipBlanks(text, destinationEnd);
  const titleEnd = next > destinationEnd ? endOfTitle(text, next) : undefined;
  const end = skipBlanks(text, titleEnd ?? next);
  if (text.charAt(end) !== ')') return undefined;
  return {
    url: unescapeText(inner),
    urlAt: { start, end: destinationEnd },
    title: titleEnd === undefined ? undefined : unescapeText(text.slice(next + 1, titleEnd - 1)),
    titleAt: titleEnd === undefined ? undefined : { start: next, end: titleEnd },
    end: end + 1,
  };
}

function endOfAngle(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '>') return at + 1;
    if (char === '<' || char === '\n') return undefined;
    if (char === '\\' && isPunctuation(text.charCodeAt(at + 1))) at += 1;
  }
  return undefined;
}

function endOfBare(text: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 127) break;
    if (unit === 92 && isPunctuation(text.charCodeAt(at + 1))) at += 1;
    else if (unit === 40) depth += 1;
    else if (unit === 41 && depth === 0) break;
    else if (unit === 41) depth -= 1;
    if (depth > MAX_PARENTHESES) return undefined;
  }
  return depth === 0 ? at : undefined;
}

/** The end of a title at an offset; nothing when none begins there or it does not end. */
function endOfTitle(text: string, start: number): number | undefined {
  const open = text.charAt(start);
  if (open !== '"' && open !== "'" && open !== '(') return undefined;
  const close = open === '(' ? ')' : open;
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === close) return at + 1;
    if (char === '(' && open === '(') return undefined;
    if (char === '\\' && isPunctuation(text.charCodeAt(at + 1))) at += 1;
  }
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t' || text.charAt(at) === '\n') at += 1;
  return at;
}
