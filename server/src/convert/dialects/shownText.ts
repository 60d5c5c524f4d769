import { textAttribute } from '../attributes.js';
import type { TiptapNode } from '../tiptap.js';

/** The text that stands for an inline node where the platform has none of its kind; undefined for all others. */
export function shownText(node: TiptapNode): string | undefined {
  switch (node.type) {
    case 'rawInline':
      return textAttribute(node, 'source') ?? '';
    case 'image':
      return imageText(node);
    case 'mention':
      return `@${firstText(node, ['label', 'id']) ?? ''}`;
    case 'emoji':
      return `:${textAttribute(node, 'name') ?? ''}:`;
    case 'inlineMath':
      return `$${textAttribute(node, 'latex') ?? ''}$`;
    case 'status':
      return firstText(node, ['text']) ?? 'status';
    case 'hardBreak':
      return ' ';
    default:
      return undefined;
  }
}

/** The text of the link that stands for an image. */
export function imageText(image: TiptapNode): string {
  return firstText(image, ['alt', 'src']) ?? 'image';
}

/** The first of these attributes that is a text and not empty. */
export function firstText(node: TiptapNode, names: readonly string[]): string | undefined {
  return names.map((name) => textAttribute(node, name)).find((text) => text !== undefined && text !== '');
}
