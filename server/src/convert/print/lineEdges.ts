import { isText, REFERENCE, type Line } from './Line.js';
import { LINE_FEEDS, RETURNS } from './specials.js';

/** A longer first line is not taken for a tag alone. */
const LONGEST_TAG = 2000;

/** White space at a line's edge is stripped by readers, and a line feed in a one-line place ends it. */
export function lineEdges(line: Line, specials: number): void {
  const { text } = line;
  const last = text.length - 1;
  if (last < 0) return;
  referSpace(line, 0);
  if (last > 0) referSpace(line, last);
  if ((specials & LINE_FEEDS) !== 0) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      if (at > 0) referSpace(line, at - 1);
      if (isText(line, at) && mayNotEnd(line, at)) line.marks[at] = REFERENCE;
      if (at < last) referSpace(line, at + 1);
    }
  }
  if ((specials & RETURNS) === 0) return;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (isText(line, at)) line.marks[at] = REFERENCE;
  }
}

function referSpace(line: Line, at: number): void {
  const code = line.text.charCodeAt(at);
  if (code > 32 && code < 127) return;
  const char = line.text.charAt(at);
  if (char !== '\n' && /\s/.test(char) && isText(line, at)) line.marks[at] = REFERENCE;
}

/** Whether no line may end at a line feed of a text. */
function mayNotEnd(line: Line, at: number): boolean {
  const { text, where } = line;
  if (where !== 'paragraph' || at === 0 || at === text.length - 1 || text.charCodeAt(at - 1) === 10)
    return true;
  // A tag alone on the first line would be an HTML block.
  return (
    text.startsWith('<') &&
    !isText(line, 0) &&
    at < LONGEST_TAG &&
    /^<[^\n<>]*>[ \t]*$/.test(text.slice(0, at))
  );
}
