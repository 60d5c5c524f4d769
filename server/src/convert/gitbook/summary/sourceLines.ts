/**
 * The lines of a node without the indentation of its place: so many columns less in every line (in the first one only
 * if it begins with indentation), joined by `\n`. Blank lines are empty, tabs in indentation are spaces.
 */
export function sourceOf(text: string, columns: number, indentsFirst: boolean): string {
  return splitLines(text)
    .map((line, index) => (index === 0 && !indentsFirst ? line : outdented(line, columns)))
    .join('\n');
}

function outdented(line: string, columns: number): string {
  const { width, length } = indentation(line);
  return length === line.length ? '' : `${' '.repeat(Math.max(0, width - columns))}${line.slice(length)}`;
}

/** Cuts at LF, CRLF and CR. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/** A line with its indentation changed by so many columns, at the least none; a blank line becomes empty. */
export function shiftLine(line: string, columns: number, withTabs = false): string {
  const { width, length } = indentation(line);
  if (length === line.length) return '';
  return columns === 0 ? line : `${indentOf(Math.max(0, width + columns), withTabs)}${line.slice(length)}`;
}

/** Blanks that reach a column from the start of a line. */
export function indentOf(columns: number, withTabs: boolean): string {
  return withTabs ? `${'\t'.repeat(columns >> 2)}${' '.repeat(columns & 3)}` : ' '.repeat(columns);
}

/** The columns of a line's indentation and its length in characters. */
export function indentation(line: string): { readonly width: number; readonly length: number } {
  let width = 0;
  let length = 0;
  for (; length < line.length; length += 1) {
    const char = line.charAt(length);
    if (char === '\t') width += 4 - (width % 4);
    else if (char === ' ') width += 1;
    else break;
  }
  return { width, length };
}
