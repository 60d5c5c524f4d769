import type { Span } from './yamlTokens.js';

/** Puts a text in the place of a span; offsets are those of the text before all edits. */
export interface Edit extends Span {
  readonly text: string;
}

export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Carries out all edits. Deletions may overlap; what is inserted at one place keeps its order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, Math.max(at, edit.start)) + edit.text;
    at = Math.max(at, edit.end);
  }
  return out + text.slice(at);
}

/** The begin of the line. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text, start - 1)) start -= 1;
  return start;
}

/** The end of the line, before its line end. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text, end)) end += 1;
  return end;
}

/** The begin of the line below. */
export function lineAfter(text: string, at: number): number {
  const end = lineEnd(text, at);
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** The begin of the line below; the place itself when a line begins there. */
export function nextLine(text: string, at: number): number {
  return lineStart(text, at) === at ? at : lineAfter(text, at);
}

/** How many characters stand before a place in its line. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Where blanks and line ends begin that reach to `end`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[ \t\r\n]/.test(text.charAt(to - 1))) to -= 1;
  return to;
}

/** Where the blanks before a place begin, in its line. */
export function blanksBefore(text: string, at: number): number {
  let start = at;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the blanks after a place end, in its line. */
export function blanksAfter(text: string, at: number): number {
  let end = at;
  while (/[ \t]/.test(text.charAt(end))) end += 1;
  return end;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
