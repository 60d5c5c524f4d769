import {
  BACKSLASH,
  GREATER,
  LESS,
  LINE_FEED,
  PAREN_CLOSE,
  PAREN_OPEN,
  QUOTE,
  APOSTROPHE,
  SPACE,
  isAsciiPunctuation,
} from '../codes.js';

/** A part of a link as it was written, without what encloses it, and where it ends. */
export interface WrittenPart {
  readonly value: string;
  readonly to: number;
}

/** Deepest nesting of parentheses in a destination, as cmark has it. */
const MAX_PARENS = 32;

/** Reads a link destination (CommonMark 0.31.2, section 6.3); a bare one may be empty. */
export function destinationAt(text: string, at: number): WrittenPart | undefined {
  return text.charCodeAt(at) === LESS ? enclosedDestination(text, at) : bareDestination(text, at);
}

function enclosedDestination(text: string, at: number): WrittenPart | undefined {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === GREATER) return { value: text.slice(at + 1, next), to: next + 1 };
    if (code === LESS || code === LINE_FEED) return undefined;
    if (code === BACKSLASH && isAsciiPunctuation(text.charCodeAt(next + 1))) next += 1;
  }
  return undefined;
}

function bareDestination(text: string, at: number): WrittenPart | undefined {
  let depth = 0;
  let next = at;
  for (; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code <= SPACE || code === 127) break;
    if (code === BACKSLASH && isAsciiPunctuation(text.charCodeAt(next + 1))) next += 1;
    else if (code === PAREN_OPEN) {
      depth += 1;
      if (depth > MAX_PARENS) return undefined;
    } else if (code === PAREN_CLOSE) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return depth === 0 ? { value: text.slice(at, next), to: next } : undefined;
}

/** Reads a link title (CommonMark 0.31.2, section 6.3). */
export function titleAt(text: string, at: number): WrittenPart | undefined {
  const open = text.charCodeAt(at);
  if (open !== QUOTE && open !== APOSTROPHE && open !== PAREN_OPEN) return undefined;
  const close = open === PAREN_OPEN ? PAREN_CLOSE : open;
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === close) return { value: text.slice(at + 1, next), to: next + 1 };
    if (code === open) return undefined;
    if (code === BACKSLASH && isAsciiPunctuation(text.charCodeAt(next + 1))) next += 1;
  }
  return undefined;
}
