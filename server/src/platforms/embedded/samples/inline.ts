import type { Json, TiptapMark, TiptapNode } from '../../../convert/tiptap.js';

/** A piece of running text: plain words, one inline node, or what a mark function gave back. */
export type Inline = string | TiptapNode | readonly TiptapNode[];

type Attributes = Readonly<Record<string, Json>>;

/** The order in which TipTap's editor emits the marks of one text node. */
const markOrder = [
  'link',
  'textStyle',
  'bold',
  'code',
  'italic',
  'strike',
  'underline',
  'highlight',
  'subscript',
  'superscript',
  'comment',
];

const inlineTypes: ReadonlySet<string> = new Set([
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'inlineMath',
  'status',
  'variable-node',
]);

/** Whether a piece is one node, rather than a string or the nodes of a mark function. */
export function isNode(part: Inline): part is TiptapNode {
  return typeof part === 'object' && 'type' in part;
}

/** Whether a node stands inside a paragraph (true) or beside it. */
export function isInline(node: TiptapNode): boolean {
  return inlineTypes.has(node.type);
}

/** Running text as nodes; neighbours with the same marks become one text node, as an editor keeps them. */
export function inline(parts: readonly Inline[]): readonly TiptapNode[] {
  const joined: TiptapNode[] = [];
  for (const node of parts.flatMap(asNodes)) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function asNodes(part: Inline): readonly TiptapNode[] {
  if (typeof part === 'string') return part === '' ? [] : [{ type: 'text', text: part }];
  return isNode(part) ? [part] : part;
}

function sameMarks(left: TiptapNode, right: TiptapNode): boolean {
  return JSON.stringify(left.marks ?? []) === JSON.stringify(right.marks ?? []);
}

/** Puts a mark on every node of the given text. */
function marked(mark: TiptapMark, parts: readonly Inline[]): readonly TiptapNode[] {
  return inline(parts).map((node) => ({
    ...node,
    marks: [...(node.marks ?? []), mark].sort(
      (a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type),
    ),
  }));
}

type MarkFunction = (...parts: readonly Inline[]) => readonly TiptapNode[];

function simpleMark(type: string): MarkFunction {
  return (...parts) => marked({ type }, parts);
}

export const bold = simpleMark('bold');
export const italic = simpleMark('italic');
export const strike = simpleMark('strike');
export const underline = simpleMark('underline');
export const highlight = simpleMark('highlight');
export const sub = simpleMark('subscript');
export const sup = simpleMark('superscript');

/** TipTap's code mark allows no other mark, so it takes plain text. */
export function code(text: string): readonly TiptapNode[] {
  return marked({ type: 'code' }, [text]);
}

/** @param color CSS colour of the highlighter. */
export function highlightIn(color: string, ...parts: readonly Inline[]): readonly TiptapNode[] {
  return marked({ type: 'highlight', attrs: { color } }, parts);
}

/** Text colour, font or size; keys as in TipTap's textStyle mark. */
export function styled(style: Attributes, ...parts: readonly Inline[]): readonly TiptapNode[] {
  return marked({ type: 'textStyle', attrs: style }, parts);
}

export function link(href: string, ...parts: readonly Inline[]): readonly TiptapNode[] {
  return marked({ type: 'link', attrs: { href } }, parts);
}

export function titledLink(href: string, title: string, ...parts: readonly Inline[]): readonly TiptapNode[] {
  return marked({ type: 'link', attrs: { href, title } }, parts);
}

/** A link with every attribute that TipTap declares, as `editor.getJSON()` spells it out. */
export function editorLink(href: string, ...parts: readonly Inline[]): readonly TiptapNode[] {
  const rel = 'noopener noreferrer nofollow';
  return marked({ type: 'link', attrs: { href, target: '_blank', rel, class: null, title: null } }, parts);
}

/** A link to the sample document with this key. */
export function to(key: string, ...parts: readonly Inline[]): readonly TiptapNode[] {
  return link(`doc:${key}`, ...parts);
}

/** Words that a colleague commented on; the comment itself is kept by the platform. */
export function commented(commentId: string, ...parts: readonly Inline[]): readonly TiptapNode[] {
  return marked({ type: 'comment', attrs: { commentId, resolved: false } }, parts);
}

export const br: TiptapNode = { type: 'hardBreak' };

export function mention(id: string, label: string): TiptapNode {
  return { type: 'mention', attrs: { id, label } };
}

/** @param name Short name as TipTap's emoji set has it, for example `coffee`. */
export function emoji(name: string): TiptapNode {
  return { type: 'emoji', attrs: { name } };
}

export function math(latex: string): TiptapNode {
  return { type: 'inlineMath', attrs: { latex } };
}

export function status(text: string, color: string): TiptapNode {
  return { type: 'status', attrs: { text, color } };
}

/** A placeholder that the platform fills in; TipTap itself has no such node. */
export function variable(name: string): TiptapNode {
  return { type: 'variable-node', attrs: { name } };
}
