import { attribute } from '../attributes.js';
import type { TiptapNode } from '../tiptap.js';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/**
 * Whether blank lines usually part the blocks of a list item: only a list right below the item's text stands without
 * one, and what vanishes in front of another block needs none. Behind the box of a task nothing vanishes.
 */
export function naturalSpread(blocks: readonly TiptapNode[], task: boolean): boolean {
  return blocks.some((block, index) => {
    const before = blocks[index - 1];
    if (before === undefined) return false;
    if (before.type !== 'paragraph') return true;
    if (isEmpty(before) && !task) return index > 1 || block.type === 'paragraph';
    return !mayInterrupt(block);
  });
}

/** A list may stand right below text when it counts from one and begins with something (CommonMark, section 5.3). */
function mayInterrupt(block: TiptapNode): boolean {
  if (!LISTS.has(block.type)) return false;
  const first = block.content?.[0]?.content ?? [];
  const empty = first.every((node) => node.type === 'paragraph' && isEmpty(node));
  return !empty && (block.type !== 'orderedList' || attribute(block, 'start') === 1);
}

function isEmpty(node: TiptapNode): boolean {
  return (node.content ?? []).length === 0;
}
