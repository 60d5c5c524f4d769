import { isText, type Line } from './Line.js';

interface Opening {
  readonly pattern: RegExp;
  /** Offset of the character to escape, from the match's end when negative. */
  readonly at: number;
  /** The construct needs a line above it. */
  readonly follows?: true;
}

/** What opens a block at the start of a line (CommonMark 0.31.2, sections 4 and 5; GFM tables; math). */
const OPENINGS: readonly Opening[] = [
  { pattern: /#{1,6}(?=[ \t\n]|$)/y, at: 0 },
  { pattern: />/y, at: 0 },
  { pattern: /[-+*](?=[ \t\n]|$)/y, at: 0 },
  { pattern: /\d{1,9}[.)](?=[ \t\n]|$)/y, at: -1 },
  { pattern: /([-_*])[ \t]*(?:\1[ \t]*){2,}(?=\n|$)/y, at: 0 },
  { pattern: /(?:=+|-+)[ \t]*(?=\n|$)/y, at: 0, follows: true },
  { pattern: /`{3}|~{3}|\$\$/y, at: 0 },
  { pattern: /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?=\n|$)/y, at: 0, follows: true },
  { pattern: /[:|](?=[ \t]*:?-)/y, at: 0, follows: true },
];

/** Offsets in text that would open a block where a line starts. */
export function lineStartEscapes(line: Line): readonly number[] {
  const found: number[] = [];
  const { text } = line;
  for (let start = 0; start !== -1 && start < text.length; start = nextLine(text, start)) {
    for (const { pattern, at, follows } of OPENINGS) {
      if (follows === true && start === 0) continue;
      pattern.lastIndex = start;
      const match = pattern.exec(text)?.[0];
      if (match === undefined) continue;
      const offset = start + (at < 0 ? match.length + at : at);
      if (isText(line, offset)) found.push(offset);
    }
  }
  return found;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? -1 : end + 1;
}
