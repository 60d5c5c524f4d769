import { CLOSING, OPENING, RAW, escapeAt, isText, type Line } from './Line.js';
import { PUNCTUATION, SPACE, WORD, mayBeSpace, mayBeWord, sideAt } from './flanking.js';
import { BACKTICKS, DOLLARS, STARS, TILDES, UNDERSCORES } from './specials.js';

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Escapes `*`, `_`, `~`, backticks and `$` in text that could pair with another of their kind. */
export function delimiterEscapes(line: Line, specials: number): void {
  if ((specials & STARS) !== 0) emphasisEscapes(line, '*');
  if ((specials & UNDERSCORES) !== 0) emphasisEscapes(line, '_');
  if ((specials & TILDES) !== 0) emphasisEscapes(line, '~');
  if ((specials & BACKTICKS) !== 0) backtickEscapes(line);
  if ((specials & DOLLARS) !== 0) dollarEscapes(line);
}

function emphasisEscapes(line: Line, char: string): void {
  const runs = textRuns(line, char).filter((run) => {
    const before = writtenSide(line, run.start - 1);
    const after = writtenSide(line, run.end);
    if (before === SPACE && after === SPACE) return false;
    return !(char === '_' && before === WORD && after === WORD);
  });
  const [first, second] = runs;
  if (first === undefined) return;
  const alone = second === undefined && !hasSyntax(line, char) && (char !== '~' || !hidesSide(line, first));
  if (!alone) for (const run of runs) escapeRun(line, run);
}

/** White space at an edge is written as a character reference, which is punctuation. */
function writtenSide(line: Line, at: number): number {
  const side = sideAt(line.text, at);
  if (!mayBeSpace(side) || at < 0 || at >= line.text.length) return side;
  const { kinds, text } = line;
  const edge = isEnd(text, at - 1) || isEnd(text, at + 1);
  const inside = kinds[at - 1] === OPENING || kinds[at + 1] === CLOSING;
  return edge || inside || text.charAt(at) === '\n' ? PUNCTUATION : side;
}

function isEnd(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text.charAt(at) === '\n';
}

/**
 * Whether cmark-gfm, which does not see tildes beside a delimiter, may take that one otherwise than the others do. It does
 * not where the tildes stand inside, no word outside, and no space behind them.
 */
function hidesSide(line: Line, { start, end }: Run): boolean {
  const { kinds } = line;
  if (kinds[start - 1] === CLOSING || kinds[end] === OPENING) return true;
  let before = start - 1;
  while (kinds[before] === OPENING) before -= 1;
  let after = end;
  while (kinds[after] === CLOSING) after += 1;
  const opens = before < start - 1;
  const closes = after > end;
  if (opens && (mayBeWord(sideAt(line.text, before)) || mayBeSpace(sideAt(line.text, end)))) return true;
  return closes && (mayBeWord(sideAt(line.text, after)) || mayBeSpace(sideAt(line.text, start - 1)));
}

function isDelimiter(kind: number | undefined): boolean {
  return kind === OPENING || kind === CLOSING;
}

function hasSyntax(line: Line, char: string): boolean {
  for (let at = line.text.indexOf(char); at !== -1; at = line.text.indexOf(char, at + 1)) {
    const kind = line.kinds[at];
    if (isDelimiter(kind) || kind === RAW) return true;
  }
  return false;
}

function backtickEscapes(line: Line): void {
  const runs = textRuns(line, '`');
  if (runs.length === 0) return;
  const opensFence = runs.some(({ start, end }) => end - start > 2 && isEnd(line.text, start - 1));
  const lengths = new Set(runs.map((run) => run.end - run.start));
  if (!opensFence && lengths.size === runs.length && !hasOther(line, '`')) return;
  for (const run of runs) escapeRun(line, run);
}

function hasOther(line: Line, char: string): boolean {
  for (let at = line.text.indexOf(char); at !== -1; at = line.text.indexOf(char, at + 1)) {
    if (!isText(line, at)) return true;
  }
  return false;
}

/** A dollar opens a formula when the next one can close it; see parse/inline/math. */
function dollarEscapes(line: Line): void {
  const { text } = line;
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at + 1)) {
    const next = text.indexOf('$', at + 1);
    if (next === -1) return;
    if (!isText(line, at)) continue;
    const opens = writtenSide(line, at + 1) !== SPACE && writtenSide(line, next - 1) !== SPACE;
    if (next === at + 1 || opens) escapeAt(line, at);
  }
}

function textRuns(line: Line, char: string): readonly Run[] {
  const { text } = line;
  const runs: Run[] = [];
  for (let start = text.indexOf(char); start !== -1; start = text.indexOf(char, start)) {
    let end = start;
    while (text.charAt(end) === char && isText(line, end)) end += 1;
    if (end > start) runs.push({ start, end });
    else end += 1;
    start = end;
  }
  return runs;
}

function escapeRun(line: Line, run: Run): void {
  for (let at = run.start; at < run.end; at += 1) escapeAt(line, at);
}
