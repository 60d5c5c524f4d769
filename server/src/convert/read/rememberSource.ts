import { withMarkup } from '../attributes.js';
import type { DocumentPrinter } from '../print/printDocument.js';
import type { Placed } from './Reader.js';

/**
 * Remembers what printing a block would change of its source, and of the gap before it: then a platform that keeps our
 * attributes gives the file back byte for byte, without a base. Where the style that was remembered already says
 * everything, nothing is added. `printer` prints these very blocks.
 */
export function rememberSource(
  blocks: readonly Placed[],
  text: string,
  printer: DocumentPrinter,
): readonly Placed[] {
  return blocks.map((block, index) => {
    const source = text.slice(block.start, block.end);
    const before = blocks[index - 1];
    const gap = before === undefined ? '\n\n' : text.slice(before.end, block.start);
    const written = printer.block(index, 'styled') === source;
    if (written && gap === '\n\n') return block;
    const markup = {
      ...(written ? {} : { source }),
      ...(gap === '\n\n' ? {} : { gap: /^\n+$/.test(gap) ? gap.length - 1 : gap }),
    };
    return { ...block, node: withMarkup(block.node, markup) };
  });
}
