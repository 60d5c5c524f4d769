import { sameNode } from '../compare.js';
import type { Definition } from '../labels.js';
import { mayRefer, partsFrom } from '../memory/standsAlone.js';
import type { ConversionTerms } from '../terms.js';
import type { TiptapNode } from '../tiptap.js';
import { lostBlocks, type WrittenBlock } from './verifyWindow.js';

/**
 * Whether all blocks read as what they should be, as far as that is known without reading the whole text: blocks that
 * were read before are known, the others are read with a neighbour at either side and the labels that the document
 * says it defines. False also where it takes the whole text to tell.
 */
export function areKnown(
  blocks: readonly WrittenBlock[],
  definitions: ReadonlyMap<string, Definition>,
  terms: ConversionTerms,
): boolean {
  const { memory } = terms;
  if (memory === undefined || !blocks.every(({ node }) => saysWhatItDefines(node))) return false;
  const unknown = blocks.map(({ text, gap, node }, index) => {
    const known = memory.recall(text);
    return !(
      known !== undefined &&
      partsFrom(blocks[index - 1]?.node, text, gap) &&
      (definitions.size === 0 || !mayRefer(text)) &&
      sameNode(known, node, { view: 'markdown' })
    );
  });
  const labels = { definitions: new Map(definitions), footnotes: new Set<string>() };
  for (let at = unknown.indexOf(true); at !== -1;) {
    let last = at;
    // Runs that share a neighbour are one.
    while (unknown[last + 1] === true || unknown[last + 2] === true) last += 1;
    if (lostBlocks(blocks.slice(Math.max(0, at - 1), last + 2), terms, labels).length > 0) return false;
    at = unknown.indexOf(true, last + 1);
  }
  return true;
}

/** Whether raw source defines nothing but what the node says it does, which is compared when it is read. */
function saysWhatItDefines(node: TiptapNode): boolean {
  if (node.type === 'rawBlock' && node.attrs?.['kind'] !== 'definition') {
    const source = node.attrs?.['source'];
    return typeof source !== 'string' || !source.includes(']:');
  }
  return node.content === undefined || node.content.every(saysWhatItDefines);
}
