import type { Literal, Nodes, Text } from 'mdast';
import type { Base } from './Base.js';

/** Inline source that is written as it is; `value`, between `before` and `after`, still needs its escapes. */
export interface Reused extends Literal {
  type: 'docbridgeReused';
  before: string;
  after: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    docbridgeReused: Reused;
  }
  interface RootContentMap {
    docbridgeReused: Reused;
  }
}

/** Their children are blocks, or parts of blocks. */
const HOLD_BLOCKS: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'containerDirective',
  'table',
  'tableRow',
]);

/** Parts that only make sense as their parent writes them. */
const PARTS: ReadonlySet<string> = new Set(['listItem', 'tableRow', 'tableCell']);

/**
 * A copy of a changed node to be written: inline nodes in it that no plug-in changed are replaced by their source; those
 * of its blocks are put into `kept`.
 */
export function reuseSources<T extends Nodes>(node: T, base: Base, kept: Map<Nodes, string>): T {
  if (!('children' in node)) return node;
  const holdsBlocks = HOLD_BLOCKS.has(node.type);
  const children = (node.children as Nodes[]).map((child): Nodes => {
    const source = PARTS.has(child.type) ? undefined : base.unchanged(child);
    if (source === undefined)
      return child.type === 'text' ? reuseText(child, base) : reuseSources(child, base, kept);
    if (!holdsBlocks) return reused(source);
    kept.set(child, source);
    return child;
  });
  return { ...node, children };
}

/** Text that was written without escapes keeps its ends as they are. */
function reuseText(node: Text, base: Base): Nodes {
  const held = base.at(node);
  if (held?.node.type !== 'text' || held.source !== held.node.value) return node;
  const { value } = node;
  const { source } = held;
  const most = Math.min(value.length, source.length);
  let head = 0;
  while (head < most && value[head] === source[head]) head += 1;
  while (head > 0 && !isBlank(value[head - 1])) head -= 1;
  let tail = 0;
  while (tail < most - head && value.at(-1 - tail) === source.at(-1 - tail)) tail += 1;
  while (tail > 0 && !isBlank(value.at(-tail))) tail -= 1;
  return reused(
    value.slice(0, head),
    value.slice(head, value.length - tail),
    value.slice(value.length - tail),
  );
}

function reused(before: string, value = '', after = ''): Reused {
  return { type: 'docbridgeReused', before, value, after };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n';
}
