import { canonicalJson } from '../compare.js';
import type { Spend } from '../terms.js';
import type { TiptapNode } from '../tiptap.js';
import { matchSequences } from './matchSequences.js';

/** What Markdown says about a node of the platform. */
export interface AlignedBlock {
  /** Its place among the blocks of the Markdown. */
  readonly index: number;
  /** The block as read, in the extended schema. */
  readonly node: TiptapNode;
  /** The same as the platform was given it: as read, or downgraded. */
  readonly given: TiptapNode;
}

/**
 * Finds, for each node that the platform held, the block of Markdown it stands for: those that are equal but for what
 * the platform adds, and between two such pairs those of the same type when there are as many on both sides. `plain`
 * holds the blocks downgraded.
 */
export function alignBase(
  blocks: readonly TiptapNode[],
  plain: readonly TiptapNode[],
  platform: readonly TiptapNode[],
  spend: Spend | undefined,
): ReadonlyMap<number, AlignedBlock> {
  const keys = {
    extended: blocks.map(keyOf),
    plain: plain.map(keyOf),
    platform: platform.map(keyOf),
  };
  const aligned = new Map<number, AlignedBlock>();
  const pair = (block: number, node: number): void => {
    const read = blocks[block];
    const lowered = plain[block];
    if (read === undefined || lowered === undefined) return;
    const asRead = keys.extended[block] === keys.platform[node] || platform[node]?.type === 'rawBlock';
    aligned.set(node, { index: block, node: read, given: asRead ? read : lowered });
  };
  const equal = (block: number, node: number): boolean =>
    keys.platform[node] === keys.extended[block] || keys.platform[node] === keys.plain[block];
  const alike = (block: number, node: number): boolean =>
    platform[node]?.type === blocks[block]?.type || platform[node]?.type === plain[block]?.type;
  let blockStart = 0;
  let nodeStart = 0;
  const ends = [blocks.length, platform.length] as const;
  for (const [block, node] of [...matchSequences(blocks.length, platform.length, equal, spend), ends]) {
    const length = block - blockStart;
    const offsets = Array.from({ length }, (_, offset) => offset);
    if (
      length === node - nodeStart &&
      offsets.every((offset) => alike(blockStart + offset, nodeStart + offset))
    ) {
      for (const offset of offsets) pair(blockStart + offset, nodeStart + offset);
    }
    pair(block, node);
    blockStart = block + 1;
    nodeStart = node + 1;
  }
  return aligned;
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}
