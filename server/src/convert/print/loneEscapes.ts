import { isAsciiPunctuation, isLetter } from '../parse/codes.js';
import { escapeAt, isText, REFERENCE, type Line } from './Line.js';
import { AMPERSANDS, BACKSLASHES, EXCLAMATIONS, LESS_THANS } from './specials.js';

const REFERENCES = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g;

/** Characters that mean something by what stands right behind them: backslashes, `![`, tags, references. */
export function loneEscapes(line: Line, specials: number): void {
  const { text } = line;
  if ((specials & LESS_THANS) !== 0) {
    for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
      if (isText(line, at) && opensAngle(line, at)) escapeAt(line, at);
    }
  }
  if ((specials & EXCLAMATIONS) !== 0) {
    for (let at = text.indexOf('!['); at !== -1; at = text.indexOf('![', at + 1)) {
      if (isText(line, at) && !isText(line, at + 1)) escapeAt(line, at);
    }
  }
  if ((specials & AMPERSANDS) !== 0) {
    for (const { index } of text.matchAll(REFERENCES)) if (isText(line, index)) escapeAt(line, index);
  }
  // Last, as what a backslash would escape may be written otherwise by now.
  if ((specials & BACKSLASHES) === 0) return;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 1)) {
    if (isText(line, at) && escapesNext(line, at)) escapeAt(line, at);
  }
}

function escapesNext({ text, marks }: Line, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return isAsciiPunctuation(next) || next === 10 || marks[at + 1] === REFERENCE;
}

function opensAngle({ text }: Line, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  // A comment may follow that would end what begins here.
  if (next === 33 || next === 63) return true;
  if (next !== 47 && !isLetter(next)) return false;
  return text.includes('>', at) || at === 0 || text.charCodeAt(at - 1) === 10;
}
