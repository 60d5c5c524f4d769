import type { Nodes } from 'mdast';

/** The text of nodes without what marks it up: what an image's description is. */
export function toString(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'inlineVerbatim') return '';
  if (node.type === 'emoji') return `:${node.value}:`;
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? toString(node.children) : '';
}
