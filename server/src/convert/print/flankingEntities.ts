import { canOpen, sideAt, type Side } from './flanking.js';
import { isText, type Line } from './Line.js';

/** One side of emphasis in a line. */
export interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
}

/**
 * Offsets of characters that have to be written as character references so that delimiters open and close where they
 * should: a reference begins with `&` and ends with `;`, which both are punctuation.
 */
export function flankingEntities(line: Line, delimiters: readonly Delimiter[]): Set<number> {
  const entities = new Set<number>();
  const side = (at: number): Side => (entities.has(at) ? 'punctuation' : sideAt(line.text, at));
  delimiters.forEach((delimiter, index) => {
    const run = runOf(line, delimiters, index);
    const inner = delimiter.opens ? run.end : run.start - 1;
    const outer = delimiter.opens ? run.start - 1 : run.end;
    if (!isText(line, inner) && side(inner) !== 'space') {
      fixOuter(line, entities, side, outer, inner);
      return;
    }
    if (side(inner) === 'space' || side(inner) === 'unsure') entities.add(startOfCharacter(line.text, inner));
    fixOuter(line, entities, side, outer, inner);
  });
  return entities;
}

function fixOuter(
  line: Line,
  entities: Set<number>,
  side: (at: number) => Side,
  outer: number,
  inner: number,
): void {
  const before = side(outer);
  if (before === 'unsure' || !canOpen(before, side(inner))) {
    if (isText(line, outer)) entities.add(startOfCharacter(line.text, outer));
  }
}

/** Delimiters of one character side by side are one run to a parser. */
function runOf(line: Line, delimiters: readonly Delimiter[], index: number): { start: number; end: number } {
  const own = delimiters[index];
  let start = own?.start ?? 0;
  let end = own?.end ?? 0;
  const char = line.text.charAt(start);
  for (
    let other = index - 1;
    delimiters[other]?.end === start && line.text.charAt(start - 1) === char;
    other -= 1
  ) {
    start = delimiters[other]?.start ?? start;
  }
  for (
    let other = index + 1;
    delimiters[other]?.start === end && line.text.charAt(end) === char;
    other += 1
  ) {
    end = delimiters[other]?.end ?? end;
  }
  return { start, end };
}

function startOfCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
