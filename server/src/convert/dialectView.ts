import { DEFAULT_LINK } from './attributes.js';
import type { DialectTraits } from './dialects.js';
import { mapNodes } from './mapNodes.js';
import type { Json, TiptapDocument, TiptapMark } from './tiptap.js';

/**
 * The document as the printer wants it: on platforms whose links have no default target, a null there says nothing and
 * is left out.
 */
export function prepareForPrinting(doc: TiptapDocument, traits: DialectTraits): TiptapDocument {
  if (traits.explicitNulls) return doc;
  return mapNodes(doc, (node) => {
    return node.marks?.some(isLink) === true ? { ...node, marks: node.marks.map(withoutNulls) } : node;
  });
}

function isLink(mark: TiptapMark): boolean {
  return mark.type === 'link';
}

function withoutNulls(mark: TiptapMark): TiptapMark {
  if (!isLink(mark)) return mark;
  const kept: [string, Json][] = Object.entries(mark.attrs ?? {}).filter(
    ([name, value]) => value !== null || !Object.hasOwn(DEFAULT_LINK, name),
  );
  return { ...mark, attrs: Object.fromEntries(kept) };
}
