import type { Nodes } from 'mdast';

/** The text of nodes without what marks it up; what an image's description is. Breaks are nothing unless said otherwise. */
export function plainText(nodes: readonly Nodes[], lineBreak = ''): string {
  return nodes.map((node) => textOf(node, lineBreak)).join('');
}

function textOf(node: Nodes, lineBreak: string): string {
  if (node.type === 'html' || node.type === 'inlineVerbatim') return '';
  if (node.type === 'emoji') return `:${node.value}:`;
  if (node.type === 'break') return lineBreak;
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? plainText(node.children, lineBreak) : '';
}
