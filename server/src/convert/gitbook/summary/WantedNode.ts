import { childrenOf } from './sameTree.js';
import type { Segment } from './Segment.js';
import {
  MAX_SUMMARY_DEPTH,
  type SummaryGroup,
  type SummaryNode,
  type SummaryTitle,
  type SummaryTree,
} from './SummaryTree.js';

/** A node that is to be written, in the order of the file. */
export interface WantedNode {
  readonly node: SummaryTitle | SummaryGroup | SummaryNode;
  /** The entry it stands in. */
  readonly parent: WantedNode | undefined;
  /** The entry or group it stands in. */
  readonly container: WantedNode | undefined;
  /** The node before it among its container's. */
  readonly previous: WantedNode | undefined;
  /** The segment of the old file that it is. */
  old: Segment | undefined;
}

/** The nodes of a tree in the order of the file; nothing when it nests deeper than is written. */
export function wantedNodes(tree: SummaryTree): readonly WantedNode[] | undefined {
  const wanted: WantedNode[] = [];
  const add = (
    nodes: readonly WantedNode['node'][],
    container: WantedNode | undefined,
    depth: number,
  ): boolean => {
    let previous: WantedNode | undefined;
    for (const node of nodes) {
      const parent = container === undefined || isGroup(container.node) ? undefined : container;
      const entry: WantedNode = { node, parent, container, previous, old: undefined };
      wanted.push(entry);
      if (depth > MAX_SUMMARY_DEPTH || !add(childrenOf(node), entry, isGroup(node) ? 1 : depth + 1))
        return false;
      previous = entry;
    }
    return true;
  };
  return add(tree.nodes, undefined, 1) && add(tree.groups, undefined, 1) ? wanted : undefined;
}

export function isGroup(node: WantedNode['node']): node is SummaryGroup {
  return node.kind === 'group' || node.kind === 'separator';
}
