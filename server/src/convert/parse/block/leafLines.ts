import { skipBlanks, trimBlanks } from '../codes.js';
import { Content, type SourcedText } from '../Content.js';

/** A line of a leaf block without what containers put in front of it; offsets of the source, `to` exclusive. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Columns in front: what is left of a tab that was taken in part. */
  readonly padding: number;
}

/** The lines of a block that has at least one. */
export type Lines = [Line, ...Line[]];

/** The last of lines. */
export function lastLine(lines: Lines): Line {
  return lines[lines.length - 1] as Line;
}

/** Leaves out blank lines at the end; the first line stays. */
export function withoutBlankEnd(text: string, [first, ...others]: Lines): Lines {
  const last = others.findLastIndex(({ from, to }) => skipBlanks(text, from, to) < to);
  return [first, ...others.slice(0, last + 1)];
}

/** The text of lines whose leading blanks are left out already; blanks at the end of the last go. */
export function contentOf(text: string, lines: Lines): Content {
  const [first, ...others] = lines;
  const end = sliceEnd(first, lines);
  if (end !== undefined) return Content.slice(text, first.from, trimBlanks(text, first.from, end));
  const last = lastLine(lines);
  const part = (line: Line): SourcedText => ({
    source: line.from,
    text: text.slice(line.from, line === last ? trimBlanks(text, line.from, line.to) : line.to + 1),
  });
  return Content.join([part(first), ...others.map(part)]);
}

/** Lines as one text, without what containers put in front of them. */
export function joinLines(text: string, lines: readonly Line[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  const end = sliceEnd(first, lines);
  if (end !== undefined) return text.slice(first.from, end);
  return lines.map(({ from, to, padding }) => ' '.repeat(padding) + text.slice(from, to)).join('\n');
}

/** Where lines end that are one slice of the source; undefined when something stands between them. */
function sliceEnd(first: Line, lines: readonly Line[]): number | undefined {
  let end = first.from - 1;
  for (const line of lines) {
    if (line.padding > 0 || line.from !== end + 1) return undefined;
    end = line.to;
  }
  return end;
}
