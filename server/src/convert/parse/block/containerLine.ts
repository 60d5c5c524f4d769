import { GREATER } from '../codes.js';
import type { Cursor } from './Cursor.js';
import type { Container } from './open.js';

/** Takes what a container puts in front of a line where the cursor looked; false when the line is not the container's. */
export function takeContainer(cursor: Cursor, { kind, width }: Pick<Container, 'kind' | 'width'>): boolean {
  if (kind === 'quote') {
    if (cursor.indent > cursor.deepest || cursor.peek() !== GREATER) return false;
    openQuoteLine(cursor);
  } else if (cursor.indent >= width) {
    cursor.skipColumns(width);
  } else if (cursor.blank) {
    cursor.skipBlanks();
  } else return false;
  return true;
}

/** Takes `>` and one blank after it. */
export function openQuoteLine(cursor: Cursor): void {
  cursor.skipBlanks();
  cursor.skip(1);
  if (cursor.atBlank()) cursor.skipColumns(1);
}
