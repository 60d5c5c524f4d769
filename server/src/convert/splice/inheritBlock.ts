import { canonicalJson } from '../compare.js';
import { NATIVE, holds, isStyle, withAttributes } from '../attributes.js';
import { inheritNative } from '../dialects/inheritNative.js';
import type { Spend } from '../terms.js';
import { putAttribute } from '../putAttribute.js';
import type { Json, TiptapNode } from '../tiptap.js';
import type { LostPart } from './claimMoved.js';
import { isInlineContainer, pairInline } from './inlineContent.js';
import { pairNodes } from './pairNodes.js';
import { restoreInline } from './restoreInline.js';

/** What inheriting leaves behind for others. */
export interface Inheritance {
  readonly spend: Spend | undefined;
  /** Nodes of the platform that found their place. */
  readonly known: WeakSet<TiptapNode>;
  /** Those whose place is gone. */
  readonly lost: LostPart[];
}

/**
 * Gives a block that was edited in Markdown what the platform keeps in it: attributes that Markdown does not show (ids,
 * colours of its own), inner nodes that are still the same, and marks such as comment threads on words that still stand
 * there. `given` is what the base's Markdown says, `held` what the platform had made of it.
 */
export function inheritBlock(
  edited: TiptapNode,
  given: TiptapNode,
  held: TiptapNode,
  inheritance: Inheritance,
): TiptapNode {
  const { spend, known, lost } = inheritance;
  if (edited.type !== held.type || given.type !== held.type) {
    lost.push({ given, held });
    return edited;
  }
  const native = inheritNative(edited, held);
  const whole = withAttributes(edited, {
    ...added(edited, given, held),
    ...(native === undefined ? {} : { [NATIVE]: native }),
  });
  const content = edited.content ?? [];
  const before = given.content ?? [];
  const kept = held.content ?? [];
  if (isInlineContainer(edited)) {
    const pairs = pairInline(before, kept);
    return pairs === undefined || content.length === 0
      ? whole
      : { ...whole, content: restoreInline(content, pairs, spend) };
  }
  if (before.length !== kept.length || content.length === 0) return whole;
  const origins = pairNodes(before, content, { old: before.map(keyOf), fresh: content.map(keyOf) }, spend);
  const inherited = content.map((child, index) => {
    const origin = origins.get(index);
    const old = origin === undefined ? undefined : before[origin.old];
    const theirs = origin === undefined ? undefined : kept[origin.old];
    if (origin === undefined || old === undefined || theirs === undefined) return child;
    if (!origin.same || old.type !== theirs.type) return inheritBlock(child, old, theirs, inheritance);
    known.add(theirs);
    return theirs;
  });
  const used = new Set([...origins.values()].map(({ old }) => old));
  before.forEach((old, index) => {
    const theirs = kept[index];
    if (!used.has(index) && theirs !== undefined) lost.push({ given: old, held: theirs });
  });
  return { ...whole, content: inherited };
}

/** Attributes that the platform added to what it was given, and that the edit does not set. */
function added(edited: TiptapNode, given: TiptapNode, held: TiptapNode): Readonly<Record<string, Json>> {
  const attributes: Record<string, Json> = {};
  for (const [name, value] of Object.entries(held.attrs ?? {})) {
    const unknown = !holds(given, name) && !holds(edited, name);
    if (unknown && value !== null && !isStyle(name)) putAttribute(attributes, name, value);
  }
  return attributes;
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node);
}
