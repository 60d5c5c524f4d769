import { bracketEscapes } from './bracketEscapes.js';
import { delimiterEscapes } from './delimiterEscapes.js';
import { entityAt } from './entity.js';
import { isText, type Line } from './Line.js';
import { lineStartEscapes } from './lineStartEscapes.js';
import { literalEscapes } from './literalEscapes.js';

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
/** A longer first line is not taken for a tag alone. */
const LONGEST_TAG = 2000;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;
/** Characters that may need something whatever stands around them. */
const SENSITIVE = /[\\!<&\r]/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/**
 * Writes a line so that its text is read as text and nothing else, with as few escapes as the rules of CommonMark and
 * GFM leave room for. `entities` are offsets that have to be written as character references.
 */
export function escapeLine(line: Line, entities: ReadonlySet<number>): string {
  const { text } = line;
  const escapes = escapesOf(line);
  let out = '';
  let from = 0;
  let last = -1;
  for (const at of placesToLookAt(line, escapes, entities)) {
    if (at <= last || at < from || !isText(line, at)) continue;
    last = at;
    const char = text.charAt(at);
    if (entities.has(at) || needsEntity(line, at, char)) {
      out += text.slice(from, at) + entityAt(text, at);
      from = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    } else if (escapes.has(at) || needsBackslash(line, at, char, entities)) {
      out += `${text.slice(from, at)}\\`;
      from = at;
    }
  }
  return out === '' ? text : out + text.slice(from);
}

function escapesOf(line: Line): ReadonlySet<number> {
  const escapes = new Set<number>();
  const add = (offsets: readonly number[]): void => {
    for (const at of offsets) escapes.add(at);
  };
  add(delimiterEscapes(line));
  add(literalEscapes(line));
  add(bracketEscapes(line));
  if (line.where === 'paragraph') add(lineStartEscapes(line));
  if (line.where === 'heading') add(closingEscapes(line));
  return escapes;
}

/** Offsets at which something may have to be written otherwise, in rising order; some may come twice. */
function placesToLookAt(
  { text, mode }: Line,
  escapes: ReadonlySet<number>,
  entities: ReadonlySet<number>,
): readonly number[] {
  const places = [0, text.length - 1, ...escapes, ...entities];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    places.push(at - 1, at, at + 1);
  }
  for (const { index } of text.matchAll(mode === 'careful' ? PUNCTUATION : SENSITIVE)) places.push(index);
  return places.sort((a, b) => a - b);
}

/** White space at a line's edge is stripped by readers, and a line feed in a one-line place ends it. */
function needsEntity(line: Line, at: number, char: string): boolean {
  const { text } = line;
  if (char === '\n') {
    if (line.where !== 'paragraph' || at === 0 || at === text.length - 1) return true;
    // A tag alone on the first line would be an HTML block.
    return (
      text.charAt(at - 1) === '\n' || /^<[^\n<>]*>[ \t]*$/.test(text.slice(0, Math.min(at, LONGEST_TAG)))
    );
  }
  if (char === '\r') return true;
  if (!/\s/.test(char)) return false;
  const starts = at === 0 || text.charAt(at - 1) === '\n';
  const ends = at === text.length - 1 || text.charAt(at + 1) === '\n';
  return starts || ends;
}

function endsInEntity(line: Line, at: number, char: string): boolean {
  return char !== '' && isText(line, at) && needsEntity(line, at, char);
}

function needsBackslash(line: Line, at: number, char: string, entities: ReadonlySet<number>): boolean {
  const { text } = line;
  if (line.mode === 'careful' && ASCII_PUNCTUATION.test(char)) return true;
  const next = text.charAt(at + 1);
  switch (char) {
    case '\\':
      return (
        ASCII_PUNCTUATION.test(next) ||
        next === '\n' ||
        entities.has(at + 1) ||
        endsInEntity(line, at + 1, next)
      );
    case '!':
      return next === '[' && !isText(line, at + 1);
    case '<':
      // A comment may follow that would end what begins here.
      if (/[!?]/.test(next)) return true;
      return /[A-Za-z/]/.test(next) && (text.includes('>', at) || at === 0 || text.charAt(at - 1) === '\n');
    case '&':
      ENTITY.lastIndex = at;
      return ENTITY.test(text);
    default:
      return false;
  }
}

/** A run of `#` at a heading's end closes it. */
function closingEscapes(line: Line): readonly number[] {
  if (!line.text.endsWith('#')) return [];
  const run = /(?:^|[ \t])(#+)$/.exec(line.text)?.[1];
  return run === undefined ? [] : [line.text.length - run.length];
}
