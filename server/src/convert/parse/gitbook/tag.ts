import { BRACE_OPEN, EQUALS, LINE_FEED, isSpaceOrTab, skipBlanks } from '../codes.js';

const PERCENT = 37;
const STRING = /=(["'])/y;

/**
 * The end of the tag `{% name attribute="text" %}` that begins at an offset. It may span lines but no blank one, and a
 * text in quotes may hold `%}`; undefined when nothing closes it before the next tag.
 */
export function tagEnd(text: string, at: number): number | undefined {
  for (let next = at + 2; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === PERCENT && text.charAt(next + 1) === '}') return next + 2;
    if (code === BRACE_OPEN && text.charCodeAt(next + 1) === PERCENT) return undefined;
    if (code === LINE_FEED && isBlankLine(text, next + 1)) return undefined;
    if (code !== EQUALS) continue;
    STRING.lastIndex = next;
    const quote = STRING.exec(text)?.[1];
    if (quote !== undefined) next = stringEnd(text, next + 2, quote) ?? next + 1;
  }
  return undefined;
}

/** The end of tags that are all there is on their lines, the first at an offset; undefined when there is more. */
export function tagLinesEnd(text: string, at: number): number | undefined {
  let next = at;
  for (;;) {
    const end = text.startsWith('{%', next) ? tagEnd(text, next) : undefined;
    if (end === undefined) return undefined;
    next = skipBlanks(text, end, text.length);
    if (next === text.length || text.charCodeAt(next) === LINE_FEED) return end;
  }
}

/** The offset of the quote that closes a text on the same or a following line of the same paragraph. */
function stringEnd(text: string, from: number, quote: string): number | undefined {
  const end = text.indexOf(quote, from);
  if (end === -1) return undefined;
  for (let line = text.indexOf('\n', from); line !== -1 && line < end; line = text.indexOf('\n', line + 1)) {
    if (isBlankLine(text, line + 1)) return undefined;
  }
  return end;
}

function isBlankLine(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && isSpaceOrTab(text.charCodeAt(next))) next += 1;
  return next === text.length || text.charCodeAt(next) === LINE_FEED;
}
