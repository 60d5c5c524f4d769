import { nodeKey } from './sameTree.js';
import type { Segment } from './Segment.js';
import { summaryTitle } from './SummaryTree.js';
import { isGroup, type WantedNode } from './WantedNode.js';

/**
 * Finds the segment of the old file that each wanted node is: by all it says, by what it leads to, by the place it was
 * read from, by its title below the same node, by a child they share. What pairs wrongly costs a larger edit, no more.
 */
export function pairNodes(wanted: readonly WantedNode[], segments: readonly Segment[]): void {
  const containers = containersOf(segments);
  const free = new Set(segments);
  const take = (node: WantedNode, segment: Segment | undefined): void => {
    if (segment === undefined || !free.delete(segment)) return;
    node.old = segment;
  };
  const byKey = (
    key: (node: Segment['node'], container: Segment | undefined | null) => string | undefined,
  ): void => {
    const waiting = new Map<string, Segment[]>();
    for (const segment of [...free].reverse()) {
      const name = key(segment.node, containers.get(segment));
      if (name === undefined) continue;
      const list = waiting.get(name);
      if (list === undefined) waiting.set(name, [segment]);
      else list.push(segment);
    }
    for (const node of wanted) {
      if (node.old !== undefined) continue;
      const container = node.container === undefined ? undefined : (node.container.old ?? null);
      const name = key(node.node, container);
      if (name !== undefined) take(node, waiting.get(name)?.pop());
    }
  };
  byKey((node) => nodeKey(node));
  byKey((node) => destinationKey(node));
  byKey((node) => (node.place === undefined ? undefined : `${shape(node)} ${node.place.start}`));
  byKey((node, container) => titleKey(node, container));
  for (const node of [...wanted].reverse()) {
    const { container } = node;
    const old = node.old === undefined ? undefined : containers.get(node.old);
    if (container === undefined || container.old !== undefined || old === undefined) continue;
    if (shape(container.node) === shape(old.node)) take(container, old);
  }
}

function destinationKey(node: Segment['node']): string | undefined {
  if (node.kind === 'page') return `page ${node.path} ${node.suffix ?? ''}`;
  return node.kind === 'link' ? `link ${node.url}` : undefined;
}

function titleKey(node: Segment['node'], container: Segment | undefined | null): string | undefined {
  // Below a new node there is nothing old by title.
  if (container === null || node.kind === 'separator' || node.kind === 'source') return undefined;
  return `${shape(node)} ${container?.index ?? ''} ${summaryTitle(node.title)}`;
}

/** Nodes of one shape can become each other by an edit in their lines. */
function shape(node: Segment['node']): string {
  return node.kind === 'page' || node.kind === 'link' || node.kind === 'text' ? 'entry' : node.kind;
}

/** The entry or group that each segment stands in. */
function containersOf(segments: readonly Segment[]): ReadonlyMap<Segment, Segment> {
  const containers = new Map<Segment, Segment>();
  let group: Segment | undefined;
  for (const segment of segments) {
    const container = isGroup(segment.node) ? undefined : (segment.parent ?? group);
    if (container !== undefined) containers.set(segment, container);
    if (isGroup(segment.node)) group = segment;
  }
  return containers;
}
