import type { List, ListItem, Nodes, Root } from 'mdast';

/**
 * Puts right what micromark says of lists in block quotes: a blank quote line below a list counts as part of it there,
 * and makes it loose. A list ends where its last item does, an item where its last block does, and blank lines count
 * only between items, or between blocks of one item (CommonMark 0.31.2, section 5.3).
 */
export function settleLists(root: Root, text: string): void {
  settle(root, text);
}

function settle(node: Nodes, text: string): void {
  if (!('children' in node)) return;
  for (const child of node.children) settle(child, text);
  if (node.type !== 'list' && node.type !== 'listItem') return;
  const last = node.children.at(-1);
  if (last?.position !== undefined && node.position !== undefined)
    node.position.end = { ...last.position.end };
  node.spread = hasBlankBetween(node, text);
}

function hasBlankBetween(node: List | ListItem, text: string): boolean {
  const { children }: { children: readonly Nodes[] } = node;
  return children.some((child, index) => {
    const end = children[index - 1]?.position?.end.offset;
    const start = child.position?.start.offset;
    return end !== undefined && start !== undefined && text.slice(end, start).split('\n').length > 2;
  });
}
