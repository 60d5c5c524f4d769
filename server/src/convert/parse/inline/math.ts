import { DOLLAR, isAlphanumeric, isDigit, isSpaceOrTab } from '../codes.js';
import type { InlineParser } from './InlineParser.js';

/**
 * A formula as pandoc reads it (extension tex_math_dollars): no space just inside the dollars, no digit right after,
 * one line. So "costs $5 and $6" stays text, which the looser rule of micromark-extension-math takes for a formula.
 */
export function readMath(parser: InlineParser): boolean {
  const { text, at, context } = parser;
  const { gitbook } = context.syntax;
  const before = at === 0 ? 0 : text.charCodeAt(at - 1);
  if (before === DOLLAR || (isAlphanumeric(before) && !gitbook)) return false;
  const open = text.charCodeAt(at + 1) === DOLLAR ? at + 2 : at + 1;
  const first = text.charCodeAt(open);
  if (gitbook && open === at + 1) return false;
  if (open >= text.length || first === DOLLAR || first === 10 || isSpaceOrTab(first)) return false;
  const close = parser.find('$', open);
  if (close === -1 || isSpaceOrTab(text.charCodeAt(close - 1))) return false;
  const value = text.slice(open, close);
  let to = close;
  while (text.charCodeAt(to) === DOLLAR) to += 1;
  if (value.includes('\n') || to - close !== open - at) return false;
  if (isDigit(text.charCodeAt(to)) && !gitbook) return false;
  parser.add({ type: 'inlineMath', value }, at, to);
  return true;
}
