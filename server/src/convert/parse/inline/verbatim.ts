import type { InlineParser } from './InlineParser.js';

/** Source in a line that is kept as it is: GitBook's `{% ... %}` tags. */
export function readInlineVerbatim(parser: InlineParser): boolean {
  const { text, at, context } = parser;
  if (!context.syntax.gitbook || text.charAt(at + 1) !== '%') return false;
  const close = parser.find('%}', at + 2);
  if (close === -1) return false;
  const value = text.slice(at, close + 2);
  if (value.includes('\n')) return false;
  parser.add({ type: 'inlineVerbatim', kind: 'gitbook', value }, at, close + 2);
  return true;
}
