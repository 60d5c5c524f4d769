import { attribute } from '../attributes.js';
import type { Notice } from '../conversion.js';
import type { ConversionTerms } from '../terms.js';
import { BLOCK_MODES, createDocumentPrinter, type BlockMode } from '../print/printDocument.js';
import type { Style } from '../print/style.js';
import { plainLines } from '../parse/lineEndings.js';
import { readBody } from '../read/readBody.js';
import { sameNode } from '../compare.js';
import type { TiptapNode } from '../tiptap.js';
import { areKnown } from './areKnown.js';
import type { WrittenBlock } from './verifyWindow.js';

/** Source that a block is to keep, because it is known to say the same. */
export interface KeptBlock {
  readonly text: string;
  /** What the source reads as, when that is more than the block shows. */
  readonly node: TiptapNode;
}

/** What may be given for the blocks of a document. */
export interface PrintPlan {
  readonly kept: ReadonlyMap<number, KeptBlock>;
  /** Text between a block and the one before it. */
  readonly gaps: ReadonlyMap<number, string>;
  readonly style?: Style;
}

/** A printed body: blocks and gaps joined, without what stands before the first and after the last. */
export interface PrintedBody {
  readonly text: string;
  /** The same in parts: gap, block, gap, block. */
  readonly parts: readonly PrintedPart[];
  readonly notices: readonly Notice[];
}

/** A block, or the gap before it. */
export interface PrintedPart {
  readonly text: string;
  /** It is what the plan gave, byte for byte. */
  readonly kept: boolean;
}

const ROUNDS = 12;
const EMPTY: TiptapNode = { type: 'paragraph' };
const NOTHING: PrintPlan = { kept: new Map(), gaps: new Map() };

/**
 * Prints blocks, reads the text again and compares block by block. One that does not come back is printed more
 * carefully, at last as its JSON, which always comes back.
 */
export function printVerified(
  blocks: readonly TiptapNode[],
  traits: ConversionTerms,
  plan: PrintPlan = NOTHING,
  first: BlockMode = 'source',
): PrintedBody {
  const printer = createDocumentPrinter(blocks, traits, plan.style);
  const modes: (BlockMode | 'kept')[] = blocks.map((_, index) => (plan.kept.has(index) ? 'kept' : first));
  const gapless = new Set<number>();
  const spared = new Set<number>();
  const write = (): readonly PrintedPart[] =>
    blocks.flatMap((_, index) => {
      const mode = modes[index] ?? first;
      const kept = mode === 'kept' ? plan.kept.get(index)?.text : undefined;
      const printed = mode === 'kept' ? 'source' : mode;
      const gap = gapless.has(index) ? undefined : plan.gaps.get(index);
      return [
        { text: gap ?? printer.gap(index, printed), kept: gap !== undefined },
        { text: kept ?? printer.block(index, printed), kept: kept !== undefined },
      ];
    });
  const expected = blocks.map((node, index) => plan.kept.get(index)?.node ?? node);
  let parts = write();
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = round === 0 && areKnown(writtenBlocks(parts, expected), printer.definitions, traits);
    const lost = known ? [] : lostBlocks(parts, expected, traits, blocks);
    if (lost.length === 0) break;
    let changed = false;
    for (const { index, overran } of lost) {
      gapless.add(index).add(index + 1);
      // What swallowed the block below is only in the wrong place: first see whether that one can be written otherwise.
      if (overran && modes[index] === 'kept' && index + 1 < blocks.length && !spared.has(index)) {
        spared.add(index);
        changed = true;
        continue;
      }
      const next = nextMode(modes[index] ?? first, round);
      if (next !== modes[index]) changed = true;
      if (modes[index] === 'kept') expected[index] = blocks[index] ?? EMPTY;
      modes[index] = next;
    }
    if (!changed) break;
    parts = write();
  }
  return {
    text: join(parts),
    parts,
    notices: noticesOf(blocks, modes, (index, mode) => printer.opaqueIn(index, mode)),
  };
}

function writtenBlocks(
  parts: readonly PrintedPart[],
  expected: readonly TiptapNode[],
): readonly WrittenBlock[] {
  return expected.map((node, index) => ({
    node,
    gap: parts[index * 2]?.text ?? '',
    text: parts[index * 2 + 1]?.text ?? '',
  }));
}

function join(parts: readonly PrintedPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** A block that did not come back. */
interface LostBlock {
  readonly index: number;
  /** Its text read as one block that goes on beyond it. */
  readonly overran: boolean;
}

/**
 * Blocks whose text does not read as just them. A raw block without a kind of its own may read as anything, as long as
 * that ends where the block does.
 */
function lostBlocks(
  parts: readonly PrintedPart[],
  expected: readonly TiptapNode[],
  traits: ConversionTerms,
  blocks: readonly TiptapNode[],
): readonly LostBlock[] {
  const { text, toOriginal } = plainLines(join(parts));
  const actual = readBody(text, traits, { meaningOnly: true }).blocks;
  const lost: LostBlock[] = [];
  let at = 0;
  let end = 0;
  blocks.forEach((block, index) => {
    const start = end + (parts[index * 2]?.text.length ?? 0);
    end = start + (parts[index * 2 + 1]?.text.length ?? 0);
    const found: TiptapNode[] = [];
    let within = true;
    let overran = false;
    for (let read = actual[at]; read !== undefined && toOriginal(read.start) < end; read = actual[at]) {
      found.push(read.node);
      within = within && toOriginal(read.start) >= start && toOriginal(read.end) <= end;
      // What reaches into the next block is looked at there too.
      overran = toOriginal(read.start) === start && toOriginal(read.end) > end;
      if (toOriginal(read.end) > end) break;
      at += 1;
    }
    if (!within || !isExpected(block, expected[index], found, blocks.length)) lost.push({ index, overran });
  });
  return lost;
}

function isExpected(
  block: TiptapNode,
  expected: TiptapNode = EMPTY,
  found: readonly TiptapNode[],
  count: number,
): boolean {
  if (block.type === 'rawBlock' && attribute(block, 'kind') === 'raw' && found.length > 0) return true;
  const [only, ...more] = found;
  if (only === undefined) return count === 1 && sameNode(expected, EMPTY, { view: 'markdown' });
  return more.length === 0 && sameNode(only, expected, { view: 'markdown' });
}

function nextMode(mode: BlockMode | 'kept', round: number): BlockMode {
  if (mode === 'kept') return 'source';
  if (round >= ROUNDS - 2) return 'opaque';
  return BLOCK_MODES[BLOCK_MODES.indexOf(mode) + 1] ?? 'opaque';
}

function noticesOf(
  blocks: readonly TiptapNode[],
  modes: readonly (BlockMode | 'kept')[],
  opaqueIn: (index: number, mode: BlockMode) => readonly TiptapNode[],
): readonly Notice[] {
  const notices: Notice[] = [];
  blocks.forEach((block, index) => {
    const mode = modes[index];
    if (mode === undefined || mode === 'kept') return;
    for (const node of opaqueIn(index, mode)) {
      const what = node === block ? `A ${node.type}` : `A ${node.type} inside a ${block.type}`;
      notices.push({
        code: 'opaque-node',
        message: `${what} has no Markdown form and is carried as its JSON.`,
        pointer: `/content/${index}`,
      });
    }
  });
  return notices;
}
