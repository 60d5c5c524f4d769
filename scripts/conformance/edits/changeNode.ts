import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';

/** Where a node stands: the places among siblings on the way down. */
export type Path = readonly number[];

/** The node at a path; undefined when there is none. */
export function nodeAt(node: TiptapNode, path: Path): TiptapNode | undefined {
  return path.reduce<TiptapNode | undefined>((parent, index) => parent?.content?.[index], node);
}

/** The document with the children of one node changed, and every other node the same object as before. */
export function changeContent(
  doc: TiptapDocument,
  path: Path,
  change: (content: readonly TiptapNode[]) => readonly TiptapNode[],
): TiptapDocument {
  return { ...changed(doc, path, change), type: 'doc' };
}

/** The document with one node replaced. */
export function replaceNode(doc: TiptapDocument, path: Path, node: TiptapNode): TiptapDocument {
  const place = path.at(-1);
  return changeContent(doc, path.slice(0, -1), (content) =>
    content.map((child, index) => (index === place ? node : child)),
  );
}

function changed(
  node: TiptapNode,
  [first, ...rest]: Path,
  change: (content: readonly TiptapNode[]) => readonly TiptapNode[],
): TiptapNode {
  const content = node.content ?? [];
  if (first === undefined) return { ...node, content: change(content) };
  return {
    ...node,
    content: content.map((child, index) => (index === first ? changed(child, rest, change) : child)),
  };
}
