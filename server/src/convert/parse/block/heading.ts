import type { Heading } from 'mdast';
import { EQUALS, HASH, isSpaceOrTab, skipBlanks, trimBlanks } from '../codes.js';
import { Content } from '../Content.js';
import type { BlockParser } from './BlockParser.js';
import { closeParagraph } from './closeLeaf.js';
import type { TextLeaf } from './open.js';
import type { Started } from './startBlock.js';

type Depth = Heading['depth'];

/** `# Heading` (CommonMark 0.31.2, section 4.2). */
export function startHeading(parser: BlockParser, depth: number): Started {
  const { text, next, end } = parser.cursor;
  let at = next;
  while (at < end && text.charCodeAt(at) === HASH) at += 1;
  const level = at - next;
  if (level > 6 || (at < end && !isSpaceOrTab(text.charCodeAt(at)))) return undefined;
  parser.closeTo(depth);
  const from = skipBlanks(text, at, end);
  const to = closingRun(text, from, trimBlanks(text, from, end));
  const node: Heading = {
    type: 'heading',
    depth: level as Depth,
    children: [],
    position: parser.span(next, end),
  };
  if (to > from) parser.pending.push({ node, content: Content.slice(text, from, to) });
  parser.attach(node, end);
  return 'leaf';
}

/** The end of a heading's text without a closing run of `#`. */
function closingRun(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) === HASH) at -= 1;
  if (at === end || (at > from && !isSpaceOrTab(text.charCodeAt(at - 1)))) return end;
  return trimBlanks(text, from, at);
}

/** The line below a heading of level one or two (CommonMark 0.31.2, section 4.3). */
export function startUnderline(parser: BlockParser, paragraph: TextLeaf): Started {
  const { cursor } = parser;
  const { text, next, end } = cursor;
  const char = text.charCodeAt(next);
  let at = next;
  while (at < end && text.charCodeAt(at) === char) at += 1;
  if (skipBlanks(text, at, end) !== end) return undefined;
  const rest = closeParagraph(parser, paragraph);
  parser.leaf = undefined;
  if (rest === undefined) {
    // Definitions were all there was: the line stands alone, as text or as a rule.
    return undefined;
  }
  const node: Heading = {
    type: 'heading',
    depth: char === EQUALS ? 1 : 2,
    children: [],
    position: parser.span(rest.at(0), end),
  };
  parser.pending.push({ node, content: rest });
  parser.attach(node, end);
  return 'leaf';
}
