import { isAsciiPunctuation } from '../parse/codes.js';
import { bracketEscapes } from './bracketEscapes.js';
import { delimiterEscapes } from './delimiterEscapes.js';
import { entityAt } from './entity.js';
import { flavourEscapes } from './flavourEscapes.js';
import { escapeAt, isText, REFERENCE, type Line } from './Line.js';
import { lineEdges } from './lineEdges.js';
import { lineStartEscapes } from './lineStartEscapes.js';
import { literalEscapes } from './literalEscapes.js';
import { loneEscapes } from './loneEscapes.js';
import { specialsIn } from './specials.js';

/**
 * Writes a line so that its text is read as text and nothing else, with as few escapes as the rules of CommonMark and
 * GFM leave room for.
 */
export function escapeLine(line: Line): string {
  const specials = specialsIn(line.text);
  lineEdges(line, specials);
  delimiterEscapes(line, specials);
  literalEscapes(line, specials);
  bracketEscapes(line, specials);
  if (line.where === 'paragraph') lineStartEscapes(line);
  if (line.where === 'heading') closingEscapes(line);
  flavourEscapes(line);
  loneEscapes(line, specials);
  if (line.mode === 'careful') escapePunctuation(line);
  return write(line);
}

/** A run of `#` at a heading's end closes it. */
function closingEscapes(line: Line): void {
  const { text } = line;
  let start = text.length;
  while (text.charAt(start - 1) === '#') start -= 1;
  if (start < text.length && /^[ \t]?$/.test(text.charAt(start - 1)) && isText(line, start))
    escapeAt(line, start);
}

function escapePunctuation(line: Line): void {
  for (let at = 0; at < line.text.length; at += 1) {
    if (isAsciiPunctuation(line.text.charCodeAt(at)) && isText(line, at)) escapeAt(line, at);
  }
}

function write({ text, marks }: Line): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    if (mark === 0) continue;
    out += text.slice(from, at);
    from = at;
    if (mark === REFERENCE) {
      out += entityAt(text, at);
      from += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else {
      out += '\\';
    }
  }
  return from === 0 && out === '' ? text : out + text.slice(from);
}
