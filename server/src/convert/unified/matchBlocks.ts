import type { RootContent } from 'mdast';
import { matchSequences } from '../splice/matchSequences.js';
import type { Spend } from '../terms.js';
import { rangeOf, type Base } from './Base.js';
import { sameContent } from './sameContent.js';

/** A top-level block as plug-ins left it. */
export interface Block {
  readonly node: RootContent;
  /** The block of the base that this one is, or was made of. */
  readonly origin: number | undefined;
  /** It is still what was read there. */
  readonly kept: boolean;
}

/**
 * Finds what of a tree was read: blocks that say where they stood by that, blocks that do not (such as those of a tree
 * without positions) by content, in order.
 */
export function matchBlocks(nodes: readonly RootContent[], base: Base, spend: Spend): readonly Block[] {
  const starts = new Map(base.blocks.map((block, index) => [rangeOf(block).start, index]));
  const blocks = nodes.map((node): Block => {
    const origin = starts.get(rangeOf(node).start);
    return { node, origin, kept: sameContent(node, base.blocks[origin ?? -1]) };
  });
  const placeless = nodes.filter((node) => rangeOf(node).start < 0);
  const same = (left: number, right: number): boolean => sameContent(placeless[left], base.blocks[right]);
  const matches = matchSequences(placeless.length, base.blocks.length, same, spend);
  const origins = new Map(matches.map(([left, right]) => [placeless[left], right]));
  return blocks.map((block): Block => {
    const origin = origins.get(block.node);
    return origin === undefined ? block : { node: block.node, origin, kept: true };
  });
}
