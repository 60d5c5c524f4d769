import type { Definition } from '../labels.js';
import { normalizeLabel } from '../parse/inline/label.js';
import { LINE_FEED, isAlphanumeric, isDigit, isLetter } from '../parse/codes.js';
import type { Syntax } from '../parse/ParseContext.js';

/** What the characters before 128 are to text: fit wherever they stand, fit in some places, or fit nowhere. */
const FIT = 1;
const SOMETIMES = 2;

/** What stands in front of the first character. */
export const NOTHING = -1;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) if (isAlphanumeric(code)) ASCII[code] = FIT;
for (const char of ' ,;.\'"/?%()+-=>#!^|') ASCII[char.charCodeAt(0)] = FIT;
for (const char of '\nw_:&<[]*~$@\\{}') ASCII[char.charCodeAt(0)] = SOMETIMES;

/** What quick writing has to know of the line so far. */
export interface QuickLine {
  out: string;
  /** The last character of what is written, which is costly to ask `out` for; none at the start. */
  last: number;
  /** The line begins with a tag. */
  tagged: boolean;
  /** Tildes and dollars of text, each of which is text as long as it is alone. */
  tildes: number;
  dollars: number;
  /** Tildes or dollars stand in something else than text. */
  foreign: boolean;
  readonly inParagraph: boolean;
  readonly opensItem: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly syntax: Syntax;
}

/** Whether text that is going to be written next needs no escapes; `last` tells that nothing stands behind it. */
export function fitsText(line: QuickLine, text: string, last: boolean): boolean {
  if ((line.last === NOTHING || line.last === LINE_FEED) && !mayStart(line, text, 0, last)) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) continue;
    const kind = ASCII[code];
    if (kind === FIT) continue;
    if (kind !== SOMETIMES || !fits(line, text, at, last)) return false;
    if (code === 91) at = text.indexOf(']', at);
  }
  return true;
}

/** Whether a character is white space, which cannot stand at the edge of a line; none at all is no more fit for that. */
export function isWhite(code: number): boolean {
  return code <= 32 || (code >= 128 && /\s/.test(String.fromCharCode(code)));
}

/** Whether a line may begin with the text from an offset on. */
function mayStart(line: QuickLine, text: string, at: number, last: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return !isWhite(code);
  if (isLetter(code) || code === 34 || code === 39 || code === 40 || code === 123) return true;
  // `[x]` that opens an item would be a checkbox.
  if (code === 91) return !line.opensItem;
  if (code === 35 || code === 43 || code === 45) {
    let word = at + 1;
    while (text.charCodeAt(word) === code) word += 1;
    return isAlphanumeric(text.charCodeAt(word));
  }
  if (!isDigit(code)) return false;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const behind = text.charCodeAt(end);
  if (behind !== 41 && behind !== 46) return end < text.length || last;
  return end + 1 < text.length && !isWhite(text.charCodeAt(end + 1));
}

function fits(line: QuickLine, text: string, at: number, last: boolean): boolean {
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case 10:
      return line.inParagraph && fitsLineEnd(line, text, at, last);
    case 119:
      return next !== 119 || !text.startsWith('www.', at);
    case 95:
      return at > 0 && isAlphanumeric(text.charCodeAt(at - 1)) && isAlphanumeric(next);
    case 58:
      if (next === 32 || next === 10 || at + 1 === text.length) return true;
      return isDigit(next) && at > 0 && isAlphanumeric(text.charCodeAt(at - 1));
    case 38:
      return next === 32;
    case 60:
      return next === 32 && !line.syntax.mdx;
    case 91:
      return fitsBrackets(line, text, at, last);
    case 42:
      return (
        next === 32 && text.charCodeAt(at - 1) === 32 && at > 1 && at + 2 < text.length && isInside(text, at)
      );
    case 126:
      line.tildes += 1;
      return line.tildes === 1 && !line.foreign;
    case 36:
      line.dollars += 1;
      return line.dollars === 1 && !line.foreign;
    case 64:
      return at > 0 && !/[\w.+-]/.test(text.charAt(at - 1));
    case 92:
      return isAlphanumeric(next) || (next === 32 && at + 2 < text.length && text.charCodeAt(at + 2) > 32);
    case 123:
    case 125:
      return !line.syntax.mdx && !line.syntax.gitbook;
    default:
      return false;
  }
}

/** Whether the spaces on both sides of a character stand inside a line. */
function isInside(text: string, at: number): boolean {
  return !isWhite(text.charCodeAt(at - 2)) && !isWhite(text.charCodeAt(at + 2));
}

function fitsLineEnd(line: QuickLine, text: string, at: number, last: boolean): boolean {
  if (isWhite(at === 0 ? line.last : text.charCodeAt(at - 1))) return false;
  // A tag alone on the first line would be an HTML block.
  if (line.tagged) return false;
  return at + 1 === text.length ? !last : mayStart(line, text, at + 1, last);
}

/** Brackets that nothing makes a link of. */
function fitsBrackets(line: QuickLine, text: string, at: number, last: boolean): boolean {
  const close = text.indexOf(']', at);
  if (close === -1) return false;
  for (let inside = at + 1; inside < close; inside += 1) {
    const code = text.charCodeAt(inside);
    if (code < 128 && ASCII[code] !== FIT) return false;
  }
  if (line.definitions.size > 0 && line.definitions.has(normalizeLabel(text.slice(at + 1, close))))
    return false;
  const behind = text.charCodeAt(close + 1);
  if (close + 1 === text.length) return last;
  return behind !== 40 && behind !== 91 && behind !== 58;
}
