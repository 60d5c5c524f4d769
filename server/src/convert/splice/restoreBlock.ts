import type { PartSources } from '../read/PartSources.js';
import { holds, isStyle, markupOf, withAttributes, withMarkup } from '../attributes.js';
import { canonicalJson } from '../compare.js';
import { RAW_LANGUAGE } from '../dialects/fitBlock.js';
import { plainText } from '../nodes/codeBlock.js';
import { alike, isInlineContainer, pairInline } from './inlineContent.js';
import { keepDense } from './keepDense.js';
import { keepNumbers, keepsNumber } from './keepNumbers.js';
import { partLists } from './partLists.js';
import { pairNodes, type Origin } from './pairNodes.js';
import { restoreInline } from './restoreInline.js';
import { settleGaps } from './settleGaps.js';
import { spellStyle } from './spellStyle.js';
import { hangsOnTabs, tabbedPrefix } from './tabbedItem.js';
import type { Spend } from '../terms.js';
import { putAttribute } from '../putAttribute.js';
import type { Json, TiptapNode } from '../tiptap.js';

/** An edited block and what is known about it from the base. */
export interface EditedBlock {
  readonly edited: TiptapNode;
  /** What the platform held before the edit. */
  readonly platform: TiptapNode;
  /** The block as it was read from the base's Markdown. */
  readonly read: TiptapNode;
  /** Source of a part of a container, by the part as it was read. */
  readonly sources: PartSources;
  readonly spend: Spend | undefined;
}

/** A block ready to be printed, and the base's block in the same dress: printed alike, they differ by the edit alone. */
export interface RestoredBlock {
  readonly node: TiptapNode;
  readonly reference: TiptapNode;
}

/**
 * Gives an edited block back what a plain platform could not hold and what the edit did not touch: how it was written,
 * our attributes, raw atoms, and the source of list items, table rows and inner blocks that are still the same.
 */
export function restoreBlock(block: EditedBlock): RestoredBlock {
  if (isShownAsOther(block)) {
    return restoreBlock({ ...block, edited: { ...block.edited, type: block.read.type } });
  }
  const { edited, platform, read, spend } = block;
  const reference = withMarkup(read, styleOf(read));
  if (!alike(edited, read)) {
    const { gap } = markupOf(read);
    const raw = restoreRaw(edited, read);
    return { node: gap === undefined ? raw : withMarkup(raw, { gap }), reference };
  }
  const same = edited.type === read.type;
  const kept = same ? leftOut(edited, platform, read) : {};
  const whole = withMarkup(
    withAttributes(edited, kept),
    same ? styleOf(read) : { gap: markupOf(read)['gap'] },
  );
  const content = edited.content ?? [];
  const before = platform.content ?? [];
  const known = read.content ?? [];
  if (isInlineContainer(edited)) {
    const spelled = known.map(spellStyle);
    const pairs = pairInline(before, spelled);
    const node = pairs === undefined ? whole : withContent(whole, restoreInline(content, pairs, spend));
    return { node, reference: withContent(reference, spelled) };
  }
  if (before.length !== known.length) return { node: whole, reference };
  return restoreContent({ node: whole, reference }, block);
}

/** Whether a platform without this container shows another around the same parts, such as a quote for a callout. */
function isShownAsOther({ edited, platform, read }: EditedBlock): boolean {
  if (edited.type !== platform.type || edited.type === read.type || edited.type === 'codeBlock') return false;
  const parts = (read.content ?? []).length;
  return (
    parts > 0 &&
    parts === (platform.content ?? []).length &&
    !isInlineContainer(edited) &&
    !isInlineContainer(read)
  );
}

function restoreContent(
  whole: RestoredBlock,
  { edited, platform, read, sources, spend }: EditedBlock,
): RestoredBlock {
  const content = edited.content ?? [];
  const before = platform.content ?? [];
  const known = read.content ?? [];
  const origins = pairNodes(before, content, { old: before.map(keyOf), fresh: content.map(keyOf) }, spend);
  const references = known.map((child) => sourced(child, sources));
  const nodes = content.map((child, index) => {
    const origin = origins.get(index);
    const old = before[origin?.old ?? -1];
    const from = known[origin?.old ?? -1];
    if (origin === undefined || old === undefined || from === undefined) return child;
    const stays = follows(origin, index, origins);
    if (origin.same && keepsNumber(read, origin.old, index)) {
      return stays ? sourced(from, sources) : withMarkup(sourced(from, sources), { gap: undefined });
    }
    const prefix = tabbedPrefix(sources.get(from));
    const part = underPrefix(
      restoreBlock({ edited: child, platform: old, read: from, sources, spend }),
      prefix,
    );
    references[origin.old] = part.reference;
    return stays ? part.node : withMarkup(part.node, { gap: undefined });
  });
  const parted = partLists(nodes, (index) => {
    const origin = origins.get(index);
    const from = known[origin?.old ?? -1];
    return { kept: origin?.same === true, reopen: () => reopenList(from ?? { type: '' }, sources) };
  });
  const numbered = keepNumbers(withContent(whole.node, parted), read, origins);
  const dense = keepDense(numbered, read, (index) => {
    const origin = origins.get(index);
    return origin !== undefined && follows(origin, index, origins);
  });
  return { node: settleGaps(dense, edited), reference: withContent(whole.reference, references) };
}

/** A list as it was but for its markers: what its items hold is written as it was. */
export function reopenList(read: TiptapNode, sources: PartSources): TiptapNode {
  const items = (read.content ?? []).map((item) =>
    withContent(
      withMarkup(item, { source: undefined }),
      (item.content ?? []).map((child) => sourced(child, sources)),
    ),
  );
  return withContent(withMarkup(read, styleOf(read)), items);
}

function underPrefix({ node, reference }: RestoredBlock, prefix: string | undefined): RestoredBlock {
  if (prefix === undefined) return { node, reference };
  return { node: withMarkup(node, { prefix }), reference: withMarkup(reference, { prefix }) };
}

/** Whether a part stands right behind the one it stood behind before. */
function follows({ old }: Origin, index: number, origins: ReadonlyMap<number, Origin>): boolean {
  return index > 0 && origins.get(index - 1)?.old === old - 1;
}

/** A part that is written as it was. */
function sourced(read: TiptapNode, sources: PartSources): TiptapNode {
  const source = sources.get(read);
  const item = read.type === 'listItem' || read.type === 'taskItem';
  return source === undefined || (!item && hangsOnTabs(source)) ? read : withMarkup(read, { source });
}

/** Attributes that were read, that the platform never had, and that nobody set since. */
function leftOut(edited: TiptapNode, platform: TiptapNode, read: TiptapNode): Readonly<Record<string, Json>> {
  const left: Record<string, Json> = {};
  for (const [name, value] of Object.entries(read.attrs ?? {})) {
    const absent = !holds(edited, name) && !holds(platform, name);
    if (absent && !isStyle(name)) putAttribute(left, name, value);
  }
  return left;
}

/** How the block was written, without its source, which says something else now. */
function styleOf(read: TiptapNode): Readonly<Record<string, Json | undefined>> {
  return { ...markupOf(spellStyle(read)), source: undefined };
}

/** A raw block that was edited where it was shown as code. */
function restoreRaw(edited: TiptapNode, read: TiptapNode): TiptapNode {
  const code =
    edited.type === 'codeBlock' && edited.attrs?.['language'] === RAW_LANGUAGE
      ? plainText(edited)
      : undefined;
  if (code === undefined || read.type !== 'rawBlock') return edited;
  return { type: 'rawBlock', attrs: { kind: read.attrs?.['kind'] ?? 'raw', source: code } };
}

function withContent(node: TiptapNode, content: readonly TiptapNode[]): TiptapNode {
  return content.length === 0 && node.content === undefined ? node : { ...node, content };
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}
