import type { Root } from 'mdast';
import { BlockParser } from './block/BlockParser.js';
import { parseInlines } from './inline/parseInlines.js';
import type { ParseContext } from './ParseContext.js';

/** Reads a text: first its blocks, then, when all definitions are known, what stands in them. */
export function parseMarkdown(context: ParseContext): Root {
  const parser = new BlockParser(context);
  const root = parser.parse();
  for (const { node, content } of parser.pending) node.children = parseInlines(content, context);
  return root;
}
