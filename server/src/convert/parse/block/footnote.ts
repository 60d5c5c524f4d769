import type { FootnoteDefinition } from 'mdast';
import { BRACKET_CLOSE, BRACKET_OPEN, CARET, COLON, isSpaceOrTab } from '../codes.js';
import { decodeText, normalizeLabel } from '../inline/label.js';
import type { BlockParser } from './BlockParser.js';
import type { Started } from './startBlock.js';

/** Longest label of a footnote, as of a link (CommonMark 0.31.2, section 4.7). */
const LONGEST = 999;

/** `[^label]: text`; lines indented by four columns go on with it (GFM footnotes). */
export function startFootnote(parser: BlockParser, depth: number): Started {
  const { cursor } = parser;
  const { text, next, end } = cursor;
  const label = footnoteLabel(text, next, end);
  if (label === undefined || text.charCodeAt(label + 1) !== COLON || label + 1 >= end) return undefined;
  parser.closeTo(depth);
  const written = text.slice(next + 2, label);
  const node: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: normalizeLabel(written).toLowerCase(),
    label: decodeText(written),
    children: [],
  };
  cursor.skipBlanks();
  cursor.skip(label + 2 - next);
  cursor.look();
  cursor.skipBlanks();
  parser.attach(node, cursor.end);
  parser.context.footnotes.add(normalizeLabel(written));
  parser.push({ kind: 'footnote', node, from: next, to: label + 2, width: 4, list: undefined });
  return 'container';
}

/** The offset of the bracket that closes a footnote's label which opens at `at`. */
export function footnoteLabel(text: string, at: number, end: number): number | undefined {
  if (text.charCodeAt(at + 1) !== CARET) return undefined;
  for (let close = at + 2; close < end && close - at <= LONGEST + 2; close += 1) {
    const code = text.charCodeAt(close);
    if (code === BRACKET_CLOSE) return close > at + 2 ? close : undefined;
    if (code === BRACKET_OPEN || isSpaceOrTab(code) || code === 10) return undefined;
  }
  return undefined;
}
