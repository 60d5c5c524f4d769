import { canonicalJson, sameNode } from '../compare.js';
import type { ConversionTerms } from '../terms.js';
import { prepareForPrinting } from '../dialectView.js';
import { isIdentical } from '../isIdentical.js';
import { assertDocument, isNode, isSound } from '../limits.js';
import type { TiptapDocument, TiptapNode } from '../tiptap.js';
import type { AlignedBlock } from './alignBase.js';
import { pairNodes, type Origin } from './pairNodes.js';
import type { BaseReading } from './readBase.js';

/** What an edit did to the blocks of a document: blocks `from` to `oldEnd` gave way to `from` to `freshEnd`. */
export interface BlockEdit {
  readonly from: number;
  readonly oldEnd: number;
  readonly freshEnd: number;
  /** How many blocks there are now. */
  readonly count: number;
  /** A block of the new document, as the printer wants it. */
  readonly block: (index: number) => TiptapNode;
  /** The platform's block that a new one comes from. */
  readonly originOf: (index: number) => Origin | undefined;
  /** The same in the base's file. */
  readonly known: (index: number) => AlignedBlock | undefined;
}

/** Where two rows of blocks differ. */
export type EditBounds = Pick<BlockEdit, 'from' | 'oldEnd' | 'freshEnd'>;

/**
 * Finds the blocks that changed: those between the ones that are equal at both ends. Only these are checked, as
 * assertDocument does; the others are what a sound base has. Throws the errors of assertDocument.
 */
export function findEdit(base: TiptapDocument, doc: TiptapDocument): EditBounds {
  const before = base.content ?? [];
  const top: unknown = doc;
  if (!isNode(top) || top.type !== 'doc' || !isList(top.content)) assertDocument(doc);
  const after = doc.content ?? [];
  const rough = trim(before, after, { from: 0, oldEnd: before.length, freshEnd: after.length }, isIdentical);
  const changed = { ...doc, content: after.slice(rough.from, rough.freshEnd) };
  if (!isSound(changed)) assertDocument(doc);
  return trim(before, after, rough, (a, b) => sameNode(a, b, { view: 'markdown' }));
}

function isList(content: unknown): boolean {
  return content === undefined || Array.isArray(content);
}

/** Takes blocks that are equal off both ends. */
export function trim(
  before: readonly TiptapNode[],
  after: readonly TiptapNode[],
  { from, oldEnd, freshEnd }: EditBounds,
  same: (a: TiptapNode, b: TiptapNode) => boolean,
): EditBounds {
  const equal = (old: number, fresh: number): boolean => {
    const [a, b] = [before[old], after[fresh]];
    return a !== undefined && b !== undefined && same(a, b);
  };
  let start = from;
  while (start < oldEnd && start < freshEnd && equal(start, start)) start += 1;
  let [left, right] = [oldEnd, freshEnd];
  while (left > start && right > start && equal(left - 1, right - 1)) [left, right] = [left - 1, right - 1];
  return { from: start, oldEnd: left, freshEnd: right };
}

/** The edit that leads from a base to other blocks. */
export function pairEdit(
  reading: BaseReading,
  after: readonly TiptapNode[],
  bounds: EditBounds,
  traits: ConversionTerms,
): BlockEdit {
  const { from, oldEnd, freshEnd } = bounds;
  const changed =
    prepareForPrinting({ type: 'doc', content: after.slice(from, freshEnd) }, traits).content ?? [];
  const old = reading.platform.slice(from, oldEnd);
  const origins = pairNodes(old, changed, { old: old.map(keyOf), fresh: changed.map(keyOf) }, traits.spend);
  const originOf = (index: number): Origin | undefined => {
    if (index < from) return { old: index, same: true };
    if (index >= freshEnd) return { old: index - freshEnd + oldEnd, same: true };
    const origin = origins.get(index - from);
    return origin === undefined ? undefined : { ...origin, old: origin.old + from };
  };
  return {
    ...bounds,
    count: after.length,
    block: (index) => {
      const unchanged = index < from ? index : index - freshEnd + oldEnd;
      const inside = index >= from && index < freshEnd;
      return (inside ? changed[index - from] : reading.platform[unchanged]) ?? { type: 'paragraph' };
    },
    originOf,
    known: (index) => reading.aligned.get(originOf(index)?.old ?? -1),
  };
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}
