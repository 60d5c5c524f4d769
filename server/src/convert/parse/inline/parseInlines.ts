import type { PhrasingContent } from 'mdast';
import type { Content } from '../Content.js';
import type { ParseContext } from '../ParseContext.js';
import { InlineParser } from './InlineParser.js';

/** Reads the inline content of a block. */
export function parseInlines(content: Content, context: ParseContext): PhrasingContent[] {
  context.spend(content.value.length);
  return new InlineParser(content, context).parse();
}
