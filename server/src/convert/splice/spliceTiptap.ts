import { canonicalJson } from '../compare.js';
import type { ConversionBase } from '../conversion.js';
import { readMarkdown, type ReadFile } from '../readMarkdown.js';
import type { ConversionTerms } from '../terms.js';
import type { Dialect, TiptapDocument, TiptapNode } from '../tiptap.js';
import { alignBase } from './alignBase.js';
import { inheritBlock } from './inheritBlock.js';
import { pairNodes } from './pairNodes.js';

/**
 * Lays a file that was read over the document the platform holds: blocks that did not change in Markdown are the
 * platform's nodes as they are, changed ones inherit what Markdown does not show. `doc` is the file in the form that
 * the platform takes; its blocks are those of `file`.
 */
export function spliceTiptap(
  file: ReadFile,
  doc: TiptapDocument,
  base: ConversionBase,
  { dialect, terms }: { readonly dialect: Dialect | undefined; readonly terms: ConversionTerms },
): TiptapDocument {
  const { spend } = terms;
  const read = readMarkdown(base.markdown, terms);
  const before = read.doc.content ?? [];
  const fresh = file.doc.content ?? [];
  const held = base.tiptap.content ?? [];
  const holders = new Map<number, { readonly node: TiptapNode; readonly given: TiptapNode }>();
  for (const [index, { index: block, given }] of alignBase(before, held, dialect, spend)) {
    const node = held[index];
    if (node !== undefined) holders.set(block, { node, given });
  }
  const origins = pairNodes(before, fresh, { old: before.map(keyOf), fresh: fresh.map(keyOf) }, spend);
  const content = (doc.content ?? []).map((node, index) => {
    const origin = origins.get(index);
    const holder = origin === undefined ? undefined : holders.get(origin.old);
    if (origin === undefined || holder === undefined) return node;
    return origin.same ? holder.node : inheritBlock(node, holder.given, holder.node, spend);
  });
  const untouched = content.length === held.length && content.every((node, index) => node === held[index]);
  return untouched ? base.tiptap : { ...doc, content };
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node);
}
