import { isStyle, textAttribute } from './attributes.js';
import type { Conversion, Notice } from './conversion.js';
import { dialectTraits, type DialectTraits } from './dialects.js';
import { mapNodes } from './mapNodes.js';
import { omit } from './omit.js';
import type { Dialect, Json, TiptapDocument, TiptapMark, TiptapNode } from './tiptap.js';

/** Attributes of ours that an official schema does not know, by node; those that are style go everywhere. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  bulletList: ['tight'],
  orderedList: ['tight'],
  taskList: ['tight'],
  listItem: ['spread', 'checked'],
  taskItem: ['spread'],
  codeBlock: ['meta'],
};

/** The language of code blocks that stand for raw blocks. */
export const RAW_LANGUAGE = 'raw';

const HOLDS_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'detailsSummary']);

/**
 * The document as a plain TipTap schema takes it: raw blocks become code blocks with language `raw`, raw inline source
 * becomes code, code loses its other marks, our attributes go. The original stays in the base and comes back from
 * there.
 */
export function downgrade(doc: TiptapDocument, dialect?: Dialect): Conversion<TiptapDocument> {
  const traits = dialectTraits(dialect);
  const notices: Notice[] = [];
  const plain = mapNodes(doc, (node) => downgradeNode(node, traits, notices));
  return { value: plain.attrs === undefined ? plain : omit(plain, 'attrs'), notices };
}

function downgradeNode(node: TiptapNode, traits: DialectTraits, notices: Notice[]): TiptapNode {
  switch (node.type) {
    case 'rawBlock':
      notices.push({ code: 'downgraded', message: 'A raw block is shown as a code block.' });
      return rawCode(sourceOf(node));
    case 'rawInline':
      notices.push({ code: 'downgraded', message: 'Raw inline source is shown as code.' });
      return { type: 'text', marks: [{ type: 'code' }], text: sourceOf(node) };
    default: {
      const inline = HOLDS_TEXT.has(node.type) ? inLine(node, traits, notices) : node;
      return withoutOurs(withPlainMarks(inline));
    }
  }
}

function sourceOf(node: TiptapNode): string {
  const source = node.attrs?.['source'];
  return typeof source === 'string' ? source : '';
}

function rawCode(source: string): TiptapNode {
  const content = source === '' ? {} : { content: [{ type: 'text', text: source }] };
  return { type: 'codeBlock', attrs: { language: RAW_LANGUAGE }, ...content };
}

/** Joins texts that became alike, and shows images as links where images are blocks. */
function inLine(node: TiptapNode, traits: DialectTraits, notices: Notice[]): TiptapNode {
  const joined: TiptapNode[] = [];
  for (const child of node.content ?? []) {
    const part = traits.blockImages && child.type === 'image' ? imageLink(child, notices) : child;
    const before = joined.at(-1);
    if (part.type === 'text' && part.text === '') continue;
    if (
      before?.type === 'text' &&
      part.type === 'text' &&
      JSON.stringify(before.marks) === JSON.stringify(part.marks)
    ) {
      joined[joined.length - 1] = { ...before, text: `${before.text ?? ''}${part.text ?? ''}` };
    } else {
      joined.push(part);
    }
  }
  const rest = omit(node, 'content');
  return joined.length === 0 ? rest : { ...rest, content: joined };
}

/** The text that an image is where it has to be a link. */
export function imageLinkText(image: TiptapNode): string {
  const named = [textAttribute(image, 'alt'), textAttribute(image, 'src')];
  return named.find((name) => name !== undefined && name !== '') ?? 'image';
}

function imageLink(image: TiptapNode, notices: Notice[]): TiptapNode {
  notices.push({ code: 'downgraded', message: 'An image inside a line is shown as a link.' });
  const src = textAttribute(image, 'src') ?? '';
  const linked = image.marks?.some((mark) => mark.type === 'link') === true;
  const marks = linked
    ? (image.marks ?? [])
    : [...(image.marks ?? []), { type: 'link', attrs: { href: src } }];
  return { type: 'text', marks, text: imageLinkText(image) };
}

function withPlainMarks(node: TiptapNode): TiptapNode {
  if (node.marks === undefined) return node;
  const code = node.marks.find((mark) => mark.type === 'code');
  const marks = (code === undefined ? node.marks : [code]).map(withoutStyle);
  return { ...node, marks };
}

function withoutStyle(mark: TiptapMark): TiptapMark {
  if (mark.attrs === undefined) return mark;
  const { attrs, ...rest } = mark;
  return withEntries(
    rest,
    Object.entries(attrs).filter(([name]) => !isStyle(name)),
  );
}

function withoutOurs(node: TiptapNode): TiptapNode {
  if (node.attrs === undefined) return node;
  const ours = OURS[node.type] ?? [];
  const { attrs, type, ...rest } = node;
  return withEntries(
    { type, ...rest },
    Object.entries(attrs).filter(([name]) => !isStyle(name) && !ours.includes(name)),
  );
}

function withEntries(rest: Omit<TiptapNode, 'attrs'>, entries: readonly [string, Json][]): TiptapNode {
  if (entries.length === 0) return rest;
  const { type, ...others } = rest;
  return { type, attrs: Object.fromEntries(entries), ...others };
}
