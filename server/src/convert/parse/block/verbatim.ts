import type { BlockParser } from './BlockParser.js';
import { joinLines } from './closeLeaf.js';
import type { Leaf } from './open.js';
import type { Started } from './startBlock.js';
import type { Verbatim } from '../syntaxNodes.js';

/** Tags of GitBook on a line of their own. */
const GITBOOK_LINE = /^\{%.*%\}[ \t]*$/;

/** Source that is kept as it is: lines of GitBook tags, and what MDX adds. */
export function startVerbatim(parser: BlockParser, depth: number): Started {
  const { syntax } = parser.context;
  const { cursor } = parser;
  if (!syntax.gitbook || !GITBOOK_LINE.test(cursor.text.slice(cursor.next, cursor.end))) return undefined;
  parser.closeTo(depth);
  cursor.skipBlanks();
  const leaf: Leaf = { kind: 'verbatim', from: cursor.offset, lines: [], until: cursor.end };
  cursor.addTo(leaf.lines);
  parser.leaf = leaf;
  return 'leaf';
}

/** The node of source that is kept as it is. */
export function verbatimOf(parser: BlockParser, leaf: Leaf): Verbatim {
  const { text, syntax } = parser.context;
  const to = leaf.lines[leaf.lines.length - 2] ?? leaf.from;
  return {
    type: 'verbatim',
    kind: syntax.mdx ? 'mdx' : 'gitbook',
    value: joinLines(text, leaf.lines),
    position: parser.span(leaf.from, to),
  };
}
