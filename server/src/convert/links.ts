import { textAttribute } from './attributes.js';
import { mapNodes } from './mapNodes.js';
import type { TiptapDocument, TiptapMark, TiptapNode } from './tiptap.js';

/** What a reference in a document is. */
export type ReferenceKind = 'link' | 'image';

/**
 * Rewrites the addresses of links and images. `change` gets each address and returns the one to write; a document in
 * which nothing changes is returned as it was, and unchanged parts are shared.
 */
export function mapReferences(
  doc: TiptapDocument,
  change: (reference: string, kind: ReferenceKind) => string,
): TiptapDocument {
  return mapNodes(doc, (node) => mapImage(mapLinks(node, change), change));
}

function mapLinks(node: TiptapNode, change: (reference: string, kind: ReferenceKind) => string): TiptapNode {
  if (node.marks?.some((mark) => mark.type === 'link') !== true) return node;
  const marks = node.marks.map((mark) => mapLink(mark, change));
  return marks.every((mark, index) => mark === node.marks?.[index]) ? node : { ...node, marks };
}

function mapLink(mark: TiptapMark, change: (reference: string, kind: ReferenceKind) => string): TiptapMark {
  const href = mark.type === 'link' ? textAttribute(mark, 'href') : undefined;
  const changed = href === undefined ? undefined : change(href, 'link');
  return changed === href || changed === undefined
    ? mark
    : { ...mark, attrs: { ...mark.attrs, href: changed } };
}

function mapImage(node: TiptapNode, change: (reference: string, kind: ReferenceKind) => string): TiptapNode {
  const src = node.type === 'image' ? textAttribute(node, 'src') : undefined;
  const changed = src === undefined ? undefined : change(src, 'image');
  return changed === src || changed === undefined
    ? node
    : { ...node, attrs: { ...node.attrs, src: changed } };
}
