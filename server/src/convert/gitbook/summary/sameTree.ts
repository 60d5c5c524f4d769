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

function sameList(first: readonly AnyNode[], second: readonly AnyNode[]): boolean {
  const [a, b] = [joined(first), joined(second)];
  return (
    a.length === b.length &&
    a.every((node, index) => {
      const other = b[index];
      return other !== undefined && sameNode(node, other) && sameList(childrenOf(node), childrenOf(other));
    })
  );
}

/** Blocks of unknown source that follow each other are one: code can be read as one block that was written as two. */
function joined(nodes: readonly AnyNode[]): readonly AnyNode[] {
  const result: AnyNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.kind !== 'source' || node.item || last?.kind !== 'source' || last.item) result.push(node);
    else result[result.length - 1] = { ...last, source: `${last.source}\n\n${node.source}` };
  }
  return result.map((node) =>
    node.kind === 'source' && !node.item ? { ...node, source: node.source.replace(/\n{2,}/g, '\n') } : node,
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
