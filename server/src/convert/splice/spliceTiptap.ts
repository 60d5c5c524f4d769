import { canonicalJson, sameNode } from '../compare.js';
import type { ConversionBase } from '../conversion.js';
import type { Spend } from '../terms.js';
import type { TiptapDocument, TiptapNode } from '../tiptap.js';
import { trim } from './BlockEdit.js';
import { claimMoved } from './claimMoved.js';
import { inheritBlock, type Inheritance } from './inheritBlock.js';
import { pairNodes } from './pairNodes.js';
import type { BaseReading } from './readBase.js';

/** A file as it was read, and in the form that the platform takes, block for block. */
export interface ReadForms {
  readonly read: TiptapDocument;
  readonly given: TiptapDocument;
}

/**
 * Lays a file that was read over the document the platform holds: blocks that did not change in Markdown are the
 * platform's nodes as they are, changed ones inherit what Markdown does not show.
 */
export function spliceTiptap(
  { read, given }: ReadForms,
  base: ConversionBase,
  { file, holders }: BaseReading,
  spend: Spend | undefined,
): TiptapDocument {
  const before = file.doc.content ?? [];
  const fresh = read.content ?? [];
  const held = base.tiptap.content ?? [];
  const whole = { from: 0, oldEnd: before.length, freshEnd: fresh.length };
  const { from, oldEnd, freshEnd } = trim(before, fresh, whole, (a, b) => sameNode(a, b));
  const old = before.slice(from, oldEnd);
  const changed = fresh.slice(from, freshEnd);
  const origins = pairNodes(old, changed, { old: old.map(keyOf), fresh: changed.map(keyOf) }, spend);
  const originOf = (index: number): { readonly old: number; readonly same: boolean } | undefined => {
    if (index < from) return { old: index, same: true };
    if (index >= freshEnd) return { old: index - freshEnd + oldEnd, same: true };
    const origin = origins.get(index - from);
    return origin === undefined ? undefined : { ...origin, old: origin.old + from };
  };
  const inheritance: Inheritance = { spend, known: new WeakSet(), lost: [] };
  const inherited = (given.content ?? []).map((node, index) => {
    const origin = originOf(index);
    const holder = origin === undefined ? undefined : holders.get(origin.old);
    const theirs = held[holder?.place ?? -1];
    if (origin === undefined || holder === undefined || theirs === undefined) return node;
    if (!origin.same) return inheritBlock(node, holder.given, theirs, inheritance);
    inheritance.known.add(theirs);
    return theirs;
  });
  const used = new Set([...origins.values()].map((origin) => origin.old));
  old.forEach((_, index) => {
    const holder = used.has(index) ? undefined : holders.get(from + index);
    const theirs = held[holder?.place ?? -1];
    if (holder !== undefined && theirs !== undefined)
      inheritance.lost.push({ given: holder.given, held: theirs });
  });
  const content = claimMoved(inherited, inheritance.lost, inheritance.known);
  const untouched = content.length === held.length && content.every((node, index) => node === held[index]);
  return untouched ? base.tiptap : { ...given, content };
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node);
}
