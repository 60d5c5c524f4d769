import { attribute } from '../attributes.js';
import { sameNode } from '../compare.js';
import type { ConversionTerms } from '../terms.js';
import { plainLines } from '../parse/lineEndings.js';
import type { KnownLabels } from '../parse/parse.js';
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
 * What may reach beyond the blocks it stands in: HTML and directives, whose end may be a block further on; GitBook's
 * tags and MDX's expressions and modules; definitions, which links anywhere refer to.
 */
const REACHES_OUT = /^[ \t>*+\-\d.)]*(?:[<{]|:::|(?:im|ex)port )|\]:|\{%/m;

/** A block and its text. */
export type BlockText = Pick<WrittenBlock, 'node' | 'text'>;

/**
 * Whether blocks may give way to others without any word to blocks that do not stand right beside them, so that it is
 * enough to verify them and their neighbours. `rawAbove`: raw source stands above, and it may still look for its end.
 */
export function isLocalChange(
  before: readonly BlockText[],
  after: readonly BlockText[],
  { rawAbove, mdx }: { readonly rawAbove: boolean; readonly mdx: boolean },
): boolean {
  // Raw source that found no end may find it once what stood between is gone.
  if (after.length === 0 && rawAbove) return false;
  const stays = ({ node, text }: BlockText): boolean =>
    mdx ? !isTangled(text) : node.type === 'codeBlock' || !REACHES_OUT.test(text);
  return before.every(stays) && after.every(stays);
}

/** Whether MDX may find tags, expressions or modules in a text: how each is read depends on all of them. */
export function isTangled(text: string): boolean {
  return /[<{]|\]:|^(?:im|ex)port\b/m.test(text);
}

/**
 * Reads blocks that follow each other and gives the places of those that are not read as what they should be. They are
 * all blocks of a file or, with the labels that the whole file defines, a part of them. A part is enough when it stays
 * local and begins and ends with a block that did not change: what a line is depends on the blocks that are still open
 * above it, and those begin with the neighbour above; the neighbour below leaves open what it left open before.
 */
export function lostBlocks(
  blocks: readonly WrittenBlock[],
  traits: ConversionTerms,
  known?: KnownLabels,
): readonly number[] {
  const { text, toOriginal } = plainLines(blocks.map((block) => `${block.gap}${block.text}`).join(''));
  const options = { meaningOnly: true, ...(known === undefined ? {} : { known }) };
  const read = readBody(text, traits, options).blocks;
  const lost: number[] = [];
  let at = 0;
  let end = 0;
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
  if (only === undefined) return count === 1 && isSame(expected, { type: 'paragraph' });
  return more.length === 0 && isSame(only, expected);
}

function isSame(a: TiptapNode, b: TiptapNode): boolean {
  return sameNode(a, b, { view: 'markdown' });
}
