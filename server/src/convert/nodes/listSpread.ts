import type { TiptapNode } from '../tiptap.js';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/**
 * Whether blank lines usually part the blocks of a list item: only a list right below the item's text stands without
 * one, and what vanishes in front of another block needs none.
 */
export function naturalSpread(blocks: readonly TiptapNode[]): boolean {
  return blocks.some((block, index) => {
    const before = blocks[index - 1];
    if (before === undefined) return false;
    if (before.type !== 'paragraph' || !(LISTS.has(block.type) || (index === 1 && isEmpty(before))))
      return true;
    return isEmpty(before) && (index > 1 || block.type === 'paragraph');
  });
}

function isEmpty(node: TiptapNode): boolean {
  return (node.content ?? []).length === 0;
}
