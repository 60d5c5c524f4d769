import { COLON, LINE_FEED, skipBlanks } from '../codes.js';
import { decodeText, labelEnd } from '../inline/label.js';
import { destinationAt, titleAt } from '../inline/destination.js';

/** A link reference definition read from a paragraph's text. */
export interface ReadDefinition {
  /** The label as it was written. */
  readonly label: string;
  readonly url: string;
  readonly title: string | null;
  /** Where it ends, blanks left out, and where its last line does. */
  readonly end: number;
  readonly next: number;
}

/** Reads `[label]: destination "title"` (CommonMark 0.31.2, section 4.7). */
export function readDefinition(text: string, at: number): ReadDefinition | undefined {
  const close = labelEnd(text, at);
  if (close === undefined || text.charCodeAt(close + 1) !== COLON) return undefined;
  const label = text.slice(at + 1, close);
  if (!/[^ \t\n]/.test(label)) return undefined;
  const from = skipSpaceAndLine(text, close + 2);
  const destination = destinationAt(text, from);
  if (destination === undefined || (destination.to === from && text.charAt(from) !== '<')) return undefined;
  const url = decodeText(destination.value);
  const after = skipSpaceAndLine(text, destination.to);
  const title = after > destination.to ? titleAt(text, after) : undefined;
  const titled = title === undefined ? undefined : lineEndAt(text, title.to);
  if (title !== undefined && titled !== undefined) {
    return { label, url, title: decodeText(title.value), end: title.to, next: titled };
  }
  const next = lineEndAt(text, destination.to);
  return next === undefined ? undefined : { label, url, title: null, end: destination.to, next };
}

/** Blanks and at most one line feed among them. */
function skipSpaceAndLine(text: string, at: number): number {
  const next = skipBlanks(text, at, text.length);
  return text.charCodeAt(next) === LINE_FEED ? skipBlanks(text, next + 1, text.length) : next;
}

/** The start of the next line when nothing but blanks is left on this one. */
function lineEndAt(text: string, at: number): number | undefined {
  const next = skipBlanks(text, at, text.length);
  if (next === text.length) return next;
  return text.charCodeAt(next) === LINE_FEED ? next + 1 : undefined;
}
