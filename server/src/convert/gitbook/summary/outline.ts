import type { Block, ItemBlock, OpaqueBlock, TextBlock } from './blocks.js';
import { isBlankBetween, type TextLine } from '../lines.js';

/** A block that becomes a node, with the first block of an item taken into it. */
export interface Outlined {
  readonly block: Block;
  /** The item's first block, if it is none itself; for anything but an item the block. */
  readonly head: TextBlock | OpaqueBlock | undefined;
  readonly item: ItemBlock | undefined;
  readonly parent: Outlined | undefined;
  /** Column that its container's content begins at. */
  readonly column: number;
}

/** The blocks that become nodes, in the order of the file. */
export function outline(blocks: readonly Block[]): readonly Outlined[] {
  const outlined: Outlined[] = [];
  const add = (list: readonly Block[], parent: Outlined | undefined, column: number): void => {
    for (const block of list) {
      const item = block.kind === 'item' ? block : undefined;
      const first = block.kind === 'item' ? block.blocks[0] : block;
      const head = first?.kind === 'item' ? undefined : first;
      const entry = { block, head, item, parent, column };
      outlined.push(entry);
      if (item !== undefined) add(item.blocks.slice(head === undefined ? 0 : 1), entry, item.contentColumn);
    }
  };
  add(blocks, undefined, 0);
  return outlined;
}

/** The end of the last line that is not blank, from one line that is none up to (not including) another. */
export function endOfLines(text: string, lines: readonly TextLine[], from: number, to: number): number {
  let end = 0;
  for (const line of lines.slice(from, to)) {
    if (!isBlankBetween(text, line.start, line.end)) end = line.end;
  }
  return end;
}
