import { BACKTICK } from '../codes.js';
import type { InlineParser } from './InlineParser.js';

/** Code between runs of as many backticks (CommonMark 0.31.2, section 6.1); a run without a partner is text. */
export function readCodeSpan(parser: InlineParser): void {
  const { text, at } = parser;
  let open = at + 1;
  while (text.charCodeAt(open) === BACKTICK) open += 1;
  const close = closingRun(parser, open, open - at);
  if (close === undefined) {
    parser.at = open;
    return;
  }
  const value = codeValue(text.slice(open, close));
  parser.add({ type: 'inlineCode', value }, at, close + open - at);
}

/** Line feeds are spaces; one space at either edge goes when there is more than spaces. */
function codeValue(source: string): string {
  const value = source.includes('\n') ? source.replace(/\n/g, ' ') : source;
  const padded = value.length > 1 && value.startsWith(' ') && value.endsWith(' ');
  return padded && /[^ ]/.test(value) ? value.slice(1, -1) : value;
}

/** The next run of a length; a length that does not come again is looked for once only. */
function closingRun(parser: InlineParser, from: number, length: number): number | undefined {
  const { text, missing } = parser;
  const key = `\`${length}`;
  if (from >= (missing.get(key) ?? Infinity)) return undefined;
  for (let at = text.indexOf('`', from); at !== -1;) {
    let end = at + 1;
    while (text.charCodeAt(end) === BACKTICK) end += 1;
    if (end - at === length) return at;
    at = text.indexOf('`', end);
  }
  missing.set(key, from);
  return undefined;
}
