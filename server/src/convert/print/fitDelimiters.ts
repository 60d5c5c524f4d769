import { TILDE, UNDERSCORE } from '../parse/codes.js';
import { SPACE, mayBePunctuation, mayBeSpace, mayBeWord, PUNCTUATION, sideAt } from './flanking.js';
import { REFERENCE, isText, type Line } from './Line.js';

/** One side of emphasis in a line; both sides share `pair`. */
export interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly pair: object;
}

/** What one change makes necessary shows in the next round. */
const ROUNDS = 4;

/**
 * Has characters written as references so that delimiters open and close where they should: a reference begins with `&`
 * and ends with `;`, which both are punctuation.
 */
export function fitDelimiters(line: Line, delimiters: readonly Delimiter[]): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    let changed = false;
    for (let index = 0; index < delimiters.length; index += 1) {
      if (fitOne(line, delimiters, index)) changed = true;
    }
    if (!changed) return;
  }
}

function fitOne(line: Line, delimiters: readonly Delimiter[], index: number): boolean {
  const delimiter = delimiters[index];
  if (delimiter === undefined) return false;
  const { opens } = delimiter;
  const step = opens ? 1 : -1;
  let inner = opens ? delimiter.end : delimiter.start - 1;
  let outer = opens ? delimiter.start - 1 : delimiter.end;
  const char = line.text.charCodeAt(delimiter.start);
  // Delimiters of one character side by side are one run to a parser.
  while (isDelimiter(line, inner, char)) inner += step;
  while (isDelimiter(line, outer, char)) outer -= step;
  let changed = false;
  if (mayBeSpace(writtenSide(line, inner))) changed = refer(line, inner);
  if (fitOuter(line, char, inner, outer)) changed = true;
  // cmark-gfm does not see tildes beside a run.
  const innermost = beyondTildes(line, inner, step);
  const outermost = beyondTildes(line, outer, -step);
  if (innermost === inner && outermost === outer) return changed;
  return fitOuter(line, char, innermost, outermost) || changed;
}

function fitOuter(line: Line, char: number, inner: number, outer: number): boolean {
  if (!mayBeWord(writtenSide(line, outer))) return false;
  if (char !== UNDERSCORE && !mayBePunctuation(writtenSide(line, inner))) return false;
  return refer(line, outer);
}

/** Has a character written as a reference; false when it cannot be or is already. */
function refer(line: Line, at: number): boolean {
  const start = startOfCharacter(line.text, at);
  if (start < 0 || start >= line.text.length || !isText(line, start) || line.marks[start] === REFERENCE)
    return false;
  line.marks[start] = REFERENCE;
  return true;
}

/** What a reader sees beside a run. */
export function writtenSide(line: Line, at: number): number {
  if (at < 0 || at >= line.text.length) return SPACE;
  if (line.marks[startOfCharacter(line.text, at)] === REFERENCE) return PUNCTUATION;
  return sideAt(line.text, at);
}

/** The offset that cmark-gfm looks at: the first beyond delimiters that are tildes. */
export function beyondTildes(line: Line, at: number, step: number): number {
  let next = at;
  while (isDelimiter(line, next, TILDE)) next += step;
  return next;
}

function isDelimiter(line: Line, at: number, char: number): boolean {
  return line.text.charCodeAt(at) === char && !isText(line, at);
}

function startOfCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
