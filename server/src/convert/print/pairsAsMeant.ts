import { TILDE, UNDERSCORE } from '../parse/codes.js';
import { beyondTildes, writtenSide, type Delimiter } from './fitDelimiters.js';
import { ODD_SPACE, PUNCTUATION, SPACE, UNSURE, WORD } from './flanking.js';
import type { Line } from './Line.js';

/** A run of one delimiter character; `pairs` has whose each character of it is. */
interface Run {
  readonly char: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly pairs: readonly object[];
  /** Characters that were not paired yet stand between these two. */
  from: number;
  to: number;
}

/** What a reader takes a character for that readers do not agree on. */
type Reading = (side: number) => number;

const asWord: Reading = (side) => (side === UNSURE || side === ODD_SPACE ? WORD : side);
const asOther: Reading = (side) => (side === UNSURE ? PUNCTUATION : side === ODD_SPACE ? SPACE : side);

/** Whether readers pair the delimiters as they are meant (CommonMark 0.31.2, appendix "process emphasis"). */
export function pairsAsMeant(line: Line, delimiters: readonly Delimiter[]): boolean {
  if (!pairsIn(line, delimiters, asWord)) return false;
  return !/[\v\u0080-\uffff]/.test(line.text) || pairsIn(line, delimiters, asOther);
}

function pairsIn(line: Line, delimiters: readonly Delimiter[], reading: Reading): boolean {
  const open: Run[] = [];
  for (let at = 0; at < delimiters.length;) {
    const end = runEnd(line, delimiters, at);
    const run = readRun(line, delimiters, at, end, reading);
    at = end;
    while (run.closes && run.from < run.to) {
      const opener = openerOf(run, open);
      if (opener === undefined) break;
      if (!pair(opener, run)) return false;
      if (opener.from === opener.to) open.splice(open.indexOf(opener), 1);
    }
    if (run.from === run.to) continue;
    if (!run.opens) return false;
    open.push(run);
  }
  return open.length === 0;
}

/** The delimiter behind the last that stands right beside those before, of the same character. */
function runEnd({ text }: Line, delimiters: readonly Delimiter[], first: number): number {
  let at = first + 1;
  for (let before = delimiters[first]; before !== undefined; before = delimiters[at - 1]) {
    const next = delimiters[at];
    if (next?.start !== before.end || text.charCodeAt(next.start) !== text.charCodeAt(before.start)) break;
    at += 1;
  }
  return at;
}

function readRun(
  line: Line,
  delimiters: readonly Delimiter[],
  first: number,
  behind: number,
  reading: Reading,
): Run {
  const pairs: object[] = [];
  let start = 0;
  let end = 0;
  for (let at = first; at < behind; at += 1) {
    const delimiter = delimiters[at];
    if (delimiter === undefined) break;
    if (at === first) ({ start } = delimiter);
    ({ end } = delimiter);
    for (let char = delimiter.start; char < delimiter.end; char += 1) pairs.push(delimiter.pair);
  }
  const char = line.text.charCodeAt(start);
  const before = reading(writtenSide(line, beyondTildes(line, start - 1, -1)));
  const after = reading(writtenSide(line, beyondTildes(line, end, 1)));
  const left = after !== SPACE && (after !== PUNCTUATION || before !== WORD);
  const right = before !== SPACE && (before !== PUNCTUATION || after !== WORD);
  return {
    char,
    length: end - start,
    opens: left && (char !== UNDERSCORE || !right || before === PUNCTUATION),
    closes: right && (char !== UNDERSCORE || !left || after === PUNCTUATION),
    pairs,
    from: 0,
    to: end - start,
  };
}

function openerOf(closer: Run, open: readonly Run[]): Run | undefined {
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const opener = open[at];
    if (opener?.char !== closer.char) continue;
    const both = closer.opens || opener.closes;
    if (!both || closer.length % 3 === 0 || (opener.length + closer.length) % 3 !== 0) return opener;
  }
  return undefined;
}

/** Pairs the end of one run with the start of another; false when they do not belong together. */
function pair(opener: Run, closer: Run): boolean {
  const left = opener.to - opener.from;
  const right = closer.to - closer.from;
  if (opener.char === TILDE && left !== right) return false;
  const used = Math.min(2, left, right);
  const owner = closer.pairs[closer.from];
  for (let at = 0; at < used; at += 1) {
    if (opener.pairs[opener.to - 1 - at] !== owner || closer.pairs[closer.from + at] !== owner) return false;
  }
  opener.to -= used;
  closer.from += used;
  // Neither side of a pair is left over.
  return closer.pairs[closer.from] !== owner && opener.pairs[opener.to - 1] !== owner;
}
