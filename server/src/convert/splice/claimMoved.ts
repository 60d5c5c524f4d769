import { canonicalJson } from '../compare.js';
import type { TiptapNode } from '../tiptap.js';
import { isInlineContainer } from './inlineContent.js';

/** A part of the base that nothing in its old place comes from: what Markdown says of it, and what the platform made of it. */
export interface LostPart {
  readonly given: TiptapNode;
  readonly held: TiptapNode;
}

/**
 * Finds parts that were taken out of one container and stand in another one now, unchanged: an item that was indented, a
 * paragraph that went into a quote. They are the platform's nodes again. `known` are those that stand in the blocks
 * already.
 */
export function claimMoved(
  blocks: readonly TiptapNode[],
  lost: readonly LostPart[],
  known: WeakSet<TiptapNode>,
): readonly TiptapNode[] {
  if (lost.length === 0) return blocks;
  const pool = new Map<string, TiptapNode[]>();
  for (const part of lost.toReversed()) collect(part, pool);
  const taken = new WeakSet<TiptapNode>();
  // What was claimed with a part of it, or as one, is used up.
  const next = (key: string): TiptapNode | undefined => {
    const ways = pool.get(key) ?? [];
    let found = ways.pop();
    while (found !== undefined && anyOf(found, (part) => taken.has(part))) found = ways.pop();
    return found;
  };
  const claim = (node: TiptapNode): TiptapNode => {
    if (known.has(node) || node.type === 'text') return node;
    const found = next(canonicalJson(node));
    if (found !== undefined) {
      anyOf(found, (part) => {
        taken.add(part);
        return false;
      });
      return found;
    }
    if (node.content === undefined || isInlineContainer(node)) return node;
    const content = node.content.map(claim);
    return content.every((child, index) => child === node.content?.[index]) ? node : { ...node, content };
  };
  return blocks.map(claim);
}

function collect({ given, held }: LostPart, pool: Map<string, TiptapNode[]>): void {
  if (given.type !== held.type || given.type === 'text') return;
  const key = canonicalJson(given);
  const alike = pool.get(key);
  if (alike === undefined) pool.set(key, [held]);
  else alike.push(held);
  const parts = held.content ?? [];
  if (isInlineContainer(given) || parts.length !== (given.content ?? []).length) return;
  given.content?.forEach((child, index) => {
    const theirs = parts[index];
    if (theirs !== undefined) collect({ given: child, held: theirs }, pool);
  });
}

function anyOf(node: TiptapNode, test: (part: TiptapNode) => boolean): boolean {
  return test(node) || (node.content ?? []).some((child) => anyOf(child, test));
}
