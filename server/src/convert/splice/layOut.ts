import type { TiptapNode } from '../tiptap.js';
import type { WrittenBlock } from '../verify/verifyWindow.js';

/** A block and the ways to write it, best first; the same for the gap above it. */
export interface BlockChoices {
  /** What the text has to be read as. */
  readonly node: TiptapNode;
  readonly texts: readonly string[];
  readonly gaps: readonly string[];
  /** It did not change: another text is for others to find. */
  readonly kept: boolean;
}

/** How blocks were written in the end, and whether all of them are read as what they should be. */
export interface Layout {
  readonly done: boolean;
  readonly blocks: readonly WrittenBlock[];
}

const ROUNDS = 24;

/** Chooses texts and gaps that are read as the blocks they stand for: changed blocks give way before unchanged ones. */
export function layOut(
  choices: readonly BlockChoices[],
  lostIn: (blocks: readonly WrittenBlock[]) => readonly number[],
): Layout {
  // A block goes through its texts with the gaps that are wanted, then through them again with gaps that part it.
  const steps = choices.map(() => 0);
  const parted = (index: number): boolean =>
    (steps[index] ?? 0) >= (choices[index]?.texts.length ?? Infinity);
  const write = (): readonly WrittenBlock[] =>
    choices.map(({ node, texts, gaps }, index) => {
      const gap = parted(index) || parted(index - 1) ? gaps.at(-1) : gaps[0];
      return { node, gap: gap ?? '', text: texts[(steps[index] ?? 0) % Math.max(1, texts.length)] ?? '' };
    });
  let blocks = write();
  for (let round = 0; round < ROUNDS; round += 1) {
    const lost = lostIn(blocks);
    if (lost.length === 0) return { done: true, blocks };
    const open = lost.filter((index) => (steps[index] ?? 0) + 1 < (choices[index]?.texts.length ?? 0) * 2);
    const changed = open.filter((index) => choices[index]?.kept === false);
    if (open.length === 0) break;
    for (const index of changed.length > 0 ? changed : open) steps[index] = (steps[index] ?? 0) + 1;
    blocks = write();
  }
  return { done: false, blocks };
}
