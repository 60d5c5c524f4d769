import type {
  SummaryNode,
  SummaryPage,
  SummaryTitle,
  SummaryTree,
} from '../../../../server/src/convert/gitbook/summary/SummaryTree.js';

/** The page entries of a tree in the order of the file. */
export function pagesOf(tree: SummaryTree): readonly SummaryPage[] {
  const pages: SummaryPage[] = [];
  change(tree, -1, (page) => [page], pages);
  return pages;
}

/** The tree with one of its page entries, by number, replaced. */
export function change(
  tree: SummaryTree,
  at: number,
  edit: (page: SummaryPage) => readonly SummaryNode[],
  seen: SummaryPage[] = [],
): SummaryTree {
  const one = (node: SummaryNode): readonly SummaryNode[] => {
    const isWanted = node.kind === 'page' && seen.push(node) - 1 === at;
    const changed = { ...node, nodes: node.nodes.flatMap(one) };
    return isWanted && changed.kind === 'page' ? edit(changed) : [changed];
  };
  return {
    nodes: tree.nodes.flatMap((node): readonly (SummaryTitle | SummaryNode)[] =>
      node.kind === 'title' ? [node] : one(node),
    ),
    groups: tree.groups.map((group) => ({ ...group, nodes: group.nodes.flatMap(one) })),
  };
}
