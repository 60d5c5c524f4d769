import { attribute, markupOf, withAttributes, withMarkup } from '../attributes.js';
import type { TiptapNode } from '../tiptap.js';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);
const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem']);

/**
 * Brings what a list or an item says of blank lines in line with the parts that are left: where the edit says nothing
 * of it, the blank lines that stayed decide; where it wants some and none is left, the last part gets one.
 */
export function settleGaps(node: TiptapNode, edited: TiptapNode): TiptapNode {
  if (ITEMS.has(node.type)) return settleItem(node, edited);
  if (!LISTS.has(node.type) || attribute(node, 'tight') !== false) return node;
  const items = node.content ?? [];
  if (items.some((item, index) => index > 0 && markupOf(item)['gap'] !== 0)) return node;
  if (edited.attrs?.['tight'] !== false) return withAttributes(node, { tight: undefined });
  const last = items.length - 1;
  return {
    ...node,
    content: items.map((item, index) => (index === last ? withMarkup(item, { gap: undefined }) : item)),
  };
}

/** How the blocks of an item are parted is found anew when there are others of them. */
function settleItem(node: TiptapNode, edited: TiptapNode): TiptapNode {
  if (typeof edited.attrs?.['spread'] === 'boolean' || (node.content ?? []).length > 1) return node;
  return withAttributes(node, { spread: undefined });
}
