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

/**
 * Writes a line so that its text is read as text and nothing else, with as few escapes as the rules of CommonMark and
 * GFM leave room for. `entities` are offsets that have to be written as character references.
 */
export function escapeLine(line: Line, entities: ReadonlySet<number>): string {
  const escapes = new Set([
    ...delimiterEscapes(line),
    ...literalEscapes(line),
    ...bracketEscapes(line),
    ...(line.where === 'paragraph' ? lineStartEscapes(line) : []),
    ...(line.where === 'heading' ? closingEscapes(line) : []),
  ]);
  let out = '';
  for (let at = 0; at < line.text.length; at += 1) {
    const char = line.text.charAt(at);
    if (!isText(line, at)) {
      out += char;
    } else if (entities.has(at) || needsEntity(line, at, char)) {
      out += entityAt(line.text, at);
      if ((line.text.codePointAt(at) ?? 0) > 0xffff) at += 1;
    } else {
      out += escapes.has(at) || needsBackslash(line, at, char, entities) ? `\\${char}` : char;
    }
  }
  return out;
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
  const run = /(?:^|[ \t])(#+)$/.exec(line.text)?.[1];
  return run === undefined ? [] : [line.text.length - run.length];
}
