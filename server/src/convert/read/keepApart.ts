import { withMarkup } from '../attributes.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';

/**
 * Tells marks apart that stand side by side but are not one: in `[**a**](b)**c**` bold ends inside the link and begins
 * again after it. All text of one element shares one mark object, so two objects are two elements.
 */
export function keepApart(nodes: readonly TiptapNode[]): readonly TiptapNode[] {
  const renamed = new Map<TiptapMark, TiptapMark>();
  const current = (mark: TiptapMark): TiptapMark => renamed.get(mark) ?? mark;
  nodes.forEach((node, index) => {
    const before = nodes[index - 1]?.marks ?? [];
    for (const mark of node.marks ?? []) {
      if (renamed.has(mark) || before.includes(mark)) continue;
      if (before.some((other) => sameMark(current(other), mark)))
        renamed.set(mark, withMarkup(mark, { apart: true }));
    }
  });
  if (renamed.size === 0) return nodes;
  return nodes.map((node) => (node.marks === undefined ? node : { ...node, marks: node.marks.map(current) }));
}

function sameMark(a: TiptapMark, b: TiptapMark): boolean {
  return a.type === b.type && JSON.stringify(a.attrs) === JSON.stringify(b.attrs);
}
