import { attribute } from '../attributes.js';
import { canonicalJson } from '../compare.js';
import type { DialectTraits } from '../dialects.js';
import { plainLines } from '../parse/lineEndings.js';
import { readBody } from '../read/readBody.js';
import type { TiptapNode } from '../tiptap.js';

/** A block as it is to stand in a file, and what it has to be read as. */
export interface WrittenBlock {
  /** Text between this block and the one before it. */
  readonly gap: string;
  readonly text: string;
  readonly node: TiptapNode;
}

/**
 * Reads blocks that follow each other and gives the places of those that are not read as what they should be. `above`
 * is source that stands above them, definitions they refer to for example.
 */
export function lostBlocks(
  blocks: readonly WrittenBlock[],
  traits: DialectTraits,
  above = '',
): readonly number[] {
  const written = blocks.map(({ gap, text }) => `${gap}${text}`).join('');
  const { text, toOriginal } = plainLines(`${above}${written}`);
  const read = readBody(text, traits).blocks;
  const lost: number[] = [];
  let at = 0;
  while (toOriginal(read[at]?.end ?? text.length) <= above.length && at < read.length) at += 1;
  let end = above.length;
  blocks.forEach((block, index) => {
    const start = end + block.gap.length;
    end = start + block.text.length;
    const found: TiptapNode[] = [];
    let within = true;
    for (let next = read[at]; next !== undefined && toOriginal(next.start) < end; next = read[at]) {
      found.push(next.node);
      within = within && toOriginal(next.start) >= start && toOriginal(next.end) <= end;
      // What reaches into the next block is looked at there too.
      if (toOriginal(next.end) > end) break;
      at += 1;
    }
    if (!within || !isExpected(block.node, found, blocks.length)) lost.push(index);
  });
  return lost;
}

function isExpected(expected: TiptapNode, found: readonly TiptapNode[], count: number): boolean {
  const [only, ...more] = found;
  // A raw block without a kind of its own may read as anything, as long as that ends where the block does.
  if (expected.type === 'rawBlock' && attribute(expected, 'kind') === 'raw' && only !== undefined)
    return true;
  if (only === undefined) return count === 1 && comparable(expected) === comparable({ type: 'paragraph' });
  return more.length === 0 && comparable(only) === comparable(expected);
}

function comparable(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}
