import { attribute, markupOf, withMarkup } from '../attributes.js';
import { naturalSpread } from '../nodes/listSpread.js';
import type { TiptapNode } from '../tiptap.js';

/**
 * Keeps blocks of an item together that no blank line parted, when a block that is new in it is parted by one: one blank
 * line makes the whole item spread (CommonMark 0.31.2, section 5.3), wherever it stands.
 */
export function keepDense(item: TiptapNode, read: TiptapNode, stays: (index: number) => boolean): TiptapNode {
  if (item.type !== read.type || isSpread(read) !== false || isSpread(item) !== true) return item;
  const content = item.content ?? [];
  if (content.every((_, index) => index === 0 || stays(index))) return item;
  return {
    ...item,
    content: content.map((block, index) =>
      stays(index) && markupOf(block)['gap'] === undefined ? withMarkup(block, { gap: 0 }) : block,
    ),
  };
}

function isSpread(item: TiptapNode): boolean | undefined {
  if (item.type !== 'listItem' && item.type !== 'taskItem') return undefined;
  const spread = attribute(item, 'spread');
  return typeof spread === 'boolean' ? spread : naturalSpread(item.content ?? [], item.type === 'taskItem');
}
