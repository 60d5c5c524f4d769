/** One line of a text: its characters are `start` to `end`, the next line begins at `next`. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Cuts a text into lines from an offset on (LF, CRLF or CR). A text that ends with a line end has no empty line after it. */
export function textLines(text: string, from: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = from; start < text.length;) {
    let end = start;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
    const isPair = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
    const next = Math.min(text.length, end + (isPair ? 2 : 1));
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** Whether only spaces and tabs stand between two offsets. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 9) return false;
  }
  return true;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
