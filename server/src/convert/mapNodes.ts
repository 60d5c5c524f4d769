import type { TiptapDocument, TiptapNode } from './tiptap.js';

/** Rebuilds a document from its leaves up; what `change` returns as it was is shared with the original. */
export function mapNodes(doc: TiptapDocument, change: (node: TiptapNode) => TiptapNode): TiptapDocument {
  const content = mapContent(doc.content, change);
  return content === doc.content || content === undefined ? doc : { ...doc, content };
}

/** The same for any node; the node itself is changed last. */
function mapNode(node: TiptapNode, change: (node: TiptapNode) => TiptapNode): TiptapNode {
  const content = mapContent(node.content, change);
  return change(content === node.content || content === undefined ? node : { ...node, content });
}

function mapContent(
  content: readonly TiptapNode[] | undefined,
  change: (node: TiptapNode) => TiptapNode,
): readonly TiptapNode[] | undefined {
  if (content === undefined) return undefined;
  const mapped = content.map((child) => mapNode(child, change));
  return mapped.every((child, index) => child === content[index]) ? content : mapped;
}
