import { MARKUP, isDefault } from '../attributes.js';
import type { Json, TiptapMark, TiptapNode } from '../tiptap.js';

/**
 * A node as its JSON is carried: what says nothing is left out (null, defaults, empty lists, how it was written), and
 * keys stand in one order. Reading it and writing it again gives the same.
 */
export function plainNode(node: TiptapNode): TiptapNode {
  const { type, attrs, content = [], marks = [], text, ...others } = node;
  return {
    type,
    ...plainAttributes(type, attrs),
    ...(content.length === 0 ? {} : { content: content.map(plainNode) }),
    ...(marks.length === 0 ? {} : { marks: marks.map(plainMark) }),
    ...(text === undefined ? {} : { text }),
    ...others,
  };
}

function plainMark(mark: TiptapMark): TiptapMark {
  return { type: mark.type, ...plainAttributes(mark.type, mark.attrs) };
}

function plainAttributes(
  type: string,
  attrs: TiptapNode['attrs'] = {},
): { readonly attrs?: Readonly<Record<string, Json>> } {
  const kept = Object.entries(attrs)
    .filter(([name, value]) => name !== MARKUP && !isDefault(type, name, value))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return kept.length === 0 ? {} : { attrs: Object.fromEntries(kept) };
}
