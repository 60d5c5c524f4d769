const TABBED = /^( *)([-+*]|\d{1,9}[.)])([ \t]*\t[ \t]*)(?=\S)/;

/** Columns from one tab stop to the next (CommonMark 0.31.2, section 2.2). */
const STOP = 4;

/**
 * What stands in front of an item's text when it holds a tab, with spaces up to the same column: the lines below are
 * printed to match. Undefined for an item without tabs, and for one that opens with indented code.
 */
export function tabbedPrefix(source: string | undefined): string | undefined {
  const match = source === undefined ? null : TABBED.exec(source);
  if (match === null) return undefined;
  const [, indent = '', marker = '', blanks = ''] = match;
  const start = indent.length + marker.length;
  let column = start;
  for (const blank of blanks) column = blank === '\t' ? column + STOP - (column % STOP) : column + 1;
  return column - start > STOP ? undefined : `${indent}${marker}${' '.repeat(column - start)}`;
}

/** Whether later lines of a part begin with a tab, which means another column in another place. */
export function hangsOnTabs(source: string): boolean {
  return /\n *\t/.test(source);
}
