import type { Point, Position } from 'unist';
import { countUpTo } from './countUpTo.js';

/** Where lines begin in a text; found when first asked for. */
export class LineIndex {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Line and column (both from 1, as unist counts them) of an offset. */
  point(offset: number): Required<Point> {
    const starts = (this.#starts ??= lineStarts(this.#text));
    // The first line begins at 0, so that there is always one.
    const line = countUpTo(starts, offset);
    return { line, column: offset - (starts[line - 1] as number) + 1, offset };
  }
}

/**
 * Where a node stands, as unist has it; offsets are at hand (`from`, `to`: UTF-16, `to` exclusive), lines and columns
 * are counted when asked for.
 */
export class Span implements Position {
  readonly from: number;
  readonly to: number;
  readonly #lines: LineIndex;

  constructor(from: number, to: number, lines: LineIndex) {
    this.from = from;
    this.to = to;
    this.#lines = lines;
  }

  get start(): Required<Point> {
    return this.#lines.point(this.from);
  }

  get end(): Required<Point> {
    return this.#lines.point(this.to);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
