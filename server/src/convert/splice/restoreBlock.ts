import { isStyle, markupOf, withAttributes, withMarkup } from '../attributes.js';
import { canonicalJson } from '../compare.js';
import { RAW_LANGUAGE } from '../downgrade.js';
import { plainText } from '../nodes/codeBlock.js';
import { isInlineContainer, pairInline } from './inlineContent.js';
import { pairNodes } from './pairNodes.js';
import { spellStyle } from './spellStyle.js';
import { restoreInline } from './restoreInline.js';
import type { Json, TiptapNode } from '../tiptap.js';

/** An edited block and what is known about it from the base. */
export interface EditedBlock {
  readonly edited: TiptapNode;
  /** What the platform held before the edit. */
  readonly platform: TiptapNode;
  /** The block as it was read from the base's Markdown. */
  readonly read: TiptapNode;
  /** Source of a part of a container, by the part as it was read. */
  readonly sources: WeakMap<TiptapNode, string>;
}

/**
 * Gives an edited block back what a plain platform could not hold and what the edit did not touch: how it was written,
 * our attributes, raw atoms, and the source of list items, table rows and inner blocks that are still the same.
 */
export function restoreBlock(block: EditedBlock): TiptapNode {
  const { edited, platform, read } = block;
  if (edited.type !== read.type) return restoreGap(restoreRaw(edited, read), read);
  const whole = withMarkup(withAttributes(edited, leftOut(edited, platform, read)), styleOf(read));
  const content = edited.content ?? [];
  const before = platform.content ?? [];
  const known = read.content ?? [];
  if (isInlineContainer(edited)) {
    const pairs = pairInline(before, known.map(spellStyle));
    return pairs === undefined ? whole : withContent(whole, restoreInline(content, pairs));
  }
  if (before.length !== known.length) return whole;
  return withContent(whole, restoreContent(content, before, known, block));
}

function restoreContent(
  content: readonly TiptapNode[],
  before: readonly TiptapNode[],
  known: readonly TiptapNode[],
  { sources }: EditedBlock,
): readonly TiptapNode[] {
  const origins = pairNodes(before, content, { old: before.map(keyOf), fresh: content.map(keyOf) });
  return content.map((child, index) => {
    const origin = origins.get(index);
    const platform = origin === undefined ? undefined : before[origin.old];
    const read = origin === undefined ? undefined : known[origin.old];
    if (origin === undefined || platform === undefined || read === undefined) return child;
    if (!origin.same) return restoreBlock({ edited: child, platform, read, sources });
    const source = sources.get(read);
    return source === undefined ? read : withMarkup(read, { source });
  });
}

/** Attributes that were read, that the platform never had, and that nobody set since. */
function leftOut(edited: TiptapNode, platform: TiptapNode, read: TiptapNode): Readonly<Record<string, Json>> {
  const left: Record<string, Json> = {};
  for (const [name, value] of Object.entries(read.attrs ?? {})) {
    const absent = (edited.attrs?.[name] ?? null) === null && (platform.attrs?.[name] ?? null) === null;
    if (absent && !isStyle(name)) left[name] = value;
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

function restoreGap(edited: TiptapNode, read: TiptapNode): TiptapNode {
  const { gap } = markupOf(read);
  return gap === undefined ? edited : withMarkup(edited, { gap });
}

function withContent(node: TiptapNode, content: readonly TiptapNode[]): TiptapNode {
  return content.length === 0 && node.content === undefined ? node : { ...node, content };
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}
