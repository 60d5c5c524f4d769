import { CLOSING, OPENING, RAW, isText, type Line } from './Line.js';
import { sideAt, type Side } from './flanking.js';

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Offsets of `*`, `_`, `~`, backticks and `$` in text that could pair with another of their kind. */
export function delimiterEscapes(line: Line): readonly number[] {
  return [
    ...emphasisEscapes(line, '*'),
    ...emphasisEscapes(line, '_'),
    ...emphasisEscapes(line, '~'),
    ...backtickEscapes(line),
    ...dollarEscapes(line),
  ];
}

function emphasisEscapes(line: Line, char: string): readonly number[] {
  const runs = textRuns(line, char).filter((run) => {
    if (char === '~' && run.end - run.start > 2) return false;
    const before = writtenSide(line, run.start - 1);
    const after = writtenSide(line, run.end);
    if (before === 'space' && after === 'space') return false;
    return !(char === '_' && before === 'word' && after === 'word');
  });
  const alone = runs.length === 1 && !hasSyntax(line, char);
  return alone ? [] : runs.flatMap((run) => offsets(run));
}

/** White space at an edge is written as a character reference, which is punctuation. */
function writtenSide(line: Line, at: number): Side {
  const side = sideAt(line.text, at);
  if (side !== 'space' || at < 0 || at >= line.text.length) return side;
  const { kinds, text } = line;
  const edge = [at - 1, at + 1].some((beside) => text.charAt(beside) === '' || text.charAt(beside) === '\n');
  const inside = kinds[at - 1] === OPENING || kinds[at + 1] === CLOSING;
  return edge || inside || text.charAt(at) === '\n' ? 'unsure' : 'space';
}

function hasSyntax(line: Line, char: string): boolean {
  for (let at = line.text.indexOf(char); at !== -1; at = line.text.indexOf(char, at + 1)) {
    const kind = line.kinds[at];
    if (kind === OPENING || kind === CLOSING || kind === RAW) return true;
  }
  return false;
}

function backtickEscapes(line: Line): readonly number[] {
  const runs = textRuns(line, '`');
  const syntax = hasOther(line, '`');
  const opensFence = runs.some(
    (run) =>
      run.end - run.start > 2 && /(?:^|\n)$/.test(line.text.slice(Math.max(0, run.start - 1), run.start)),
  );
  const lengths = new Set(runs.map((run) => run.end - run.start));
  if (!syntax && !opensFence && lengths.size === runs.length) return [];
  return runs.flatMap((run) => offsets(run));
}

function hasOther(line: Line, char: string): boolean {
  for (let at = line.text.indexOf(char); at !== -1; at = line.text.indexOf(char, at + 1)) {
    if (!isText(line, at)) return true;
  }
  return false;
}

/** A dollar opens math when the next one can close it; see parse/mathText. */
function dollarEscapes(line: Line): readonly number[] {
  const { text } = line;
  const found: number[] = [];
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at + 1)) {
    const next = text.indexOf('$', at + 1);
    if (next === -1) break;
    if (!isText(line, at)) continue;
    if (next === at + 1) found.push(at);
    else if (writtenSide(line, at + 1) !== 'space' && writtenSide(line, next - 1) !== 'space') found.push(at);
  }
  return found;
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

function offsets(run: Run): readonly number[] {
  return Array.from({ length: run.end - run.start }, (_, index) => run.start + index);
}
