import {
  summaryTitle,
  type SummaryGroup,
  type SummaryNode,
  type SummaryTitle,
  type SummaryTree,
} from './SummaryTree.js';

type AnyNode = SummaryTitle | SummaryGroup | SummaryNode;

/** Whether two trees say the same; where their nodes stand does not count, nor do blanks in titles. */
export function sameTree(a: SummaryTree, b: SummaryTree): boolean {
  return sameList(a.nodes, b.nodes) && sameList(a.groups, b.groups);
}

function sameList(a: readonly AnyNode[], b: readonly AnyNode[]): boolean {
  return (
    a.length === b.length &&
    a.every((node, index) => {
      const other = b[index];
      return other !== undefined && sameNode(node, other) && sameList(childrenOf(node), childrenOf(other));
    })
  );
}

/** Whether two nodes say the same, their children aside. */
export function sameNode(a: AnyNode, b: AnyNode): boolean {
  return nodeKey(a) === nodeKey(b);
}

/** What a node says, its children aside, as one text. */
export function nodeKey(node: AnyNode): string {
  switch (node.kind) {
    case 'title':
    case 'text':
      return keyOf(node.kind, summaryTitle(node.title));
    case 'group':
      return keyOf(node.kind, summaryTitle(node.title), node.anchor ?? '');
    case 'separator':
      return keyOf(node.kind);
    case 'source':
      return keyOf(node.kind, String(node.item), node.source);
    case 'page':
      return keyOf(node.kind, summaryTitle(node.title), node.path, node.suffix ?? '', node.linkTitle ?? '');
    case 'link':
      return keyOf(node.kind, summaryTitle(node.title), node.url, node.linkTitle ?? '');
  }
}

export function childrenOf(node: AnyNode): readonly SummaryNode[] {
  return node.kind === 'title' ? [] : node.nodes;
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
