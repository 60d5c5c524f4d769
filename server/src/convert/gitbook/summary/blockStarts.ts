/** How a fence opens: `indent` columns are taken off the lines in it. */
export interface Fence {
  readonly char: string;
  readonly length: number;
}

/** A list marker: `*`, `-`, `+`, `1.`, `1)`. */
export interface Marker {
  readonly text: string;
  readonly ordered: boolean;
}

/** Level of an ATX heading (section 4.2), given a line without its indentation. */
export function headingLevel(rest: string): number | undefined {
  const level = runLength(rest, 0, '#');
  return level >= 1 && level <= 6 && isBlankAt(rest, level) ? level : undefined;
}

/** Whether a line is a thematic break (section 4.1). */
export function isRule(rest: string): boolean {
  const char = rest.charAt(0);
  if (char !== '*' && char !== '-' && char !== '_') return false;
  let count = 0;
  for (const other of rest) {
    if (other === char) count += 1;
    else if (other !== ' ' && other !== '\t') return false;
  }
  return count >= 3;
}

/** Level of the heading that a line under a paragraph makes of it (section 4.3). */
export function underlineLevel(rest: string): number | undefined {
  const char = rest.charAt(0);
  if (char !== '=' && char !== '-') return undefined;
  const length = runLength(rest, 0, char);
  return isBlankFrom(rest, length) ? (char === '=' ? 1 : 2) : undefined;
}

/** The fence that a line opens (section 4.5). */
export function openingFence(rest: string): Fence | undefined {
  const char = rest.charAt(0);
  if (char !== '`' && char !== '~') return undefined;
  const length = runLength(rest, 0, char);
  return length < 3 || (char === '`' && rest.includes('`', length)) ? undefined : { char, length };
}

/** Whether a line closes a fence. */
export function isClosingFence(rest: string, fence: Fence): boolean {
  const length = runLength(rest, 0, fence.char);
  return length >= fence.length && isBlankFrom(rest, length);
}

/** The list marker at the start of a line (section 5.2); `interrupts` when a paragraph would go on there. */
export function listMarker(rest: string, interrupts: boolean): Marker | undefined {
  const bullet = rest.charAt(0);
  let length = 1;
  let ordered = false;
  if (bullet !== '*' && bullet !== '-' && bullet !== '+') {
    length = 0;
    while (length < 10 && isDigit(rest.charCodeAt(length))) length += 1;
    const delimiter = rest.charAt(length);
    if (length === 0 || length > 9 || (delimiter !== '.' && delimiter !== ')')) return undefined;
    if (interrupts && Number(rest.slice(0, length)) !== 1) return undefined;
    length += 1;
    ordered = true;
  }
  if (!isBlankAt(rest, length) || (interrupts && isBlankFrom(rest, length))) return undefined;
  return { text: rest.slice(0, length), ordered };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function runLength(text: string, from: number, char: string): number {
  let at = from;
  while (text.charAt(at) === char) at += 1;
  return at - from;
}

function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at) === ' ' || text.charAt(at) === '\t';
}

function isBlankFrom(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) if (!isBlankAt(text, at)) return false;
  return true;
}
