import { withMarkup } from '../attributes.js';
import type { DialectTraits } from '../dialects.js';
import { createDocumentPrinter } from '../print/printDocument.js';
import type { Placed } from './Reader.js';

/**
 * Remembers what printing a block would change of its source, and of the gap before it: then a platform that keeps our
 * attributes gives the file back byte for byte, without a base. Where the style that was remembered already says
 * everything, nothing is added.
 */
export function rememberSource(
  blocks: readonly Placed[],
  text: string,
  traits: DialectTraits,
): readonly Placed[] {
  const printer = createDocumentPrinter(
    blocks.map(({ node }) => node),
    traits,
  );
  return blocks.map((block, index) => {
    const source = text.slice(block.start, block.end);
    const before = blocks[index - 1];
    const gap = before === undefined ? '\n\n' : text.slice(before.end, block.start);
    const markup = {
      ...(printer.block(index, 'styled') === source ? {} : { source }),
      ...(gap === '\n\n' ? {} : { gap: /^\n+$/.test(gap) ? gap.length - 1 : gap }),
    };
    return Object.keys(markup).length === 0 ? block : { ...block, node: withMarkup(block.node, markup) };
  });
}
