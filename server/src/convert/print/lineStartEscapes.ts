import { escapeAt, isText, type Line } from './Line.js';

interface Opening {
  /** What the line begins with. */
  readonly chars: string;
  readonly pattern: RegExp;
  /** Offset of the character to escape, from the match's end when negative. */
  readonly at: number;
  /** The construct needs a line above it. */
  readonly follows?: true;
}

/** What opens a block at the start of a line (CommonMark 0.31.2, sections 4 and 5; GFM tables; math). */
const OPENINGS: readonly Opening[] = [
  { chars: '#', pattern: /#{1,6}(?=[ \t\n]|$)/y, at: 0 },
  { chars: '>', pattern: />/y, at: 0 },
  { chars: '-+*', pattern: /[-+*](?=[ \t\n]|$)/y, at: 0 },
  { chars: '0123456789', pattern: /\d{1,9}[.)](?=[ \t\n]|$)/y, at: -1 },
  { chars: '-_*', pattern: /([-_*])[ \t]*(?:\1[ \t]*){2,}(?=\n|$)/y, at: 0 },
  { chars: '=-', pattern: /(?:=+|-+)[ \t]*(?=\n|$)/y, at: 0, follows: true },
  { chars: '`~$', pattern: /`{3}|~{3}|\$\$/y, at: 0 },
  {
    chars: '|:-',
    pattern: /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?=\n|$)/y,
    at: 0,
    follows: true,
  },
  { chars: ':|', pattern: /[:|](?=[ \t]*:?-)/y, at: 0, follows: true },
];

const BY_CHAR: readonly (readonly Opening[])[] = Array.from({ length: 128 }, (_, code) =>
  OPENINGS.filter(({ chars }) => chars.includes(String.fromCharCode(code))),
);

/** Escapes text that would open a block where a line starts. */
export function lineStartEscapes(line: Line): void {
  const { text } = line;
  for (let start = 0; start < text.length;) {
    for (const { pattern, at, follows } of BY_CHAR[text.charCodeAt(start)] ?? []) {
      if (follows === true && start === 0) continue;
      pattern.lastIndex = start;
      if (!pattern.test(text)) continue;
      const offset = at < 0 ? pattern.lastIndex + at : start + at;
      if (isText(line, offset)) escapeAt(line, offset);
    }
    const end = text.indexOf('\n', start);
    if (end === -1) return;
    start = end + 1;
  }
}
