import type { Nodes } from 'mdast';
import { withAttributes, withMarkup } from '../attributes.js';
import { readCarrier } from '../carrier/comment.js';
import { writeComment } from '../carrier/flavouredComment.js';
import { omit } from '../omit.js';
import type { Place } from '../print/Printer.js';
import { tagLinesEnd } from '../parse/gitbook/tag.js';
import { isFlow } from '../parse/mdx/flow.js';
import type { Syntax } from '../parse/ParseContext.js';
import type { TiptapNode } from '../tiptap.js';
import { carriedAttributes, holdsAttributesOnly } from './carriers.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule, TakenBlock } from './rule.js';

const NONE: ReadonlySet<string> = new Set();

/** A tag alone on a line would be an HTML block (CommonMark 0.31.2, section 4.6, kind 7). */
const LONE_TAG = /^<\/?[A-Za-z][\w-]*(?:\s[^\n<>]*)?>$/;

/** Paragraphs. An empty one is a comment, unless its container is empty but for it. */
export const paragraphRule: BlockRule = {
  types: ['paragraph'],
  print: (node, printer, place) => {
    const content = node.content ?? [];
    const carried = carriedAttributes(node, NONE);
    if (carried === undefined) return undefined;
    const hasCarried = Object.keys(carried).length > 0;
    if (content.every(isEmptyText)) {
      return !hasCarried && printer.written(node)['comment'] !== true && mayVanish(place)
        ? ''
        : writeComment({ empty: true, ...carried }, printer.traits.syntax);
    }
    const text = printer.inline(content, 'paragraph', place);
    const { syntax } = printer.traits;
    if (text === undefined || (!hasCarried && !standsAlone(text, syntax))) return text;
    const comment = writeComment(carried, syntax);
    // Two expressions in front make a paragraph of what else would be a block of MDX.
    return syntax?.mdx === true && !hasCarried ? `${comment}${comment}${text}` : `${text} ${comment}`;
  },
  reads: ['paragraph', 'html'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type === 'html') return readEmpty(node.value, at === 0);
    if (node?.type !== 'paragraph') return undefined;
    const { children, attributes } = splitCarrier(node.children);
    const content = reader.inlines(children, [], 'paragraph');
    const read: TiptapNode = content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
    return { node: withAttributes(read, attributes), count: 1 };
  },
  examples: [
    { name: 'two paragraphs', markdown: 'one\n\ntwo', tiptap: [paragraph('one'), paragraph('two')] },
    {
      name: 'an empty paragraph between',
      markdown: 'one\n\n<!-- docbridge:{"empty":true} -->\n\ntwo',
      tiptap: [paragraph('one'), paragraph(), paragraph('two')],
    },
    { name: 'an empty document', markdown: '', tiptap: [paragraph()] },
    {
      name: 'a file that says it is empty',
      markdown: '<!-- docbridge:{"empty":true} -->',
      tiptap: [{ type: 'paragraph', attrs: { markup: { comment: true } } }],
    },
    {
      name: 'nothing but a break',
      markdown: '<br> <!-- docbridge:{} -->',
      tiptap: [paragraph({ type: 'hardBreak' })],
    },
    {
      name: 'alignment',
      markdown: 'x <!-- docbridge:{"textAlign":"center"} -->',
      tiptap: [{ type: 'paragraph', attrs: { textAlign: 'center' }, content: [{ type: 'text', text: 'x' }] }],
    },
  ],
};

/**
 * Takes a carrier comment off the end of inline content, and the one space before it. One that stands alone has to say
 * that the content is empty, unless its place says that.
 */
export function splitCarrier(
  children: readonly Nodes[],
  mayBeAlone = false,
): {
  readonly children: readonly Nodes[];
  readonly attributes: NonNullable<TiptapNode['attrs']>;
} {
  const last = children.at(-1);
  const carried = last?.type === 'html' ? readCarrier(last.value) : undefined;
  if (carried === undefined) return { children, attributes: {} };
  const { empty, ...attributes } = carried;
  if (!holdsAttributesOnly(attributes) || (empty === true) !== (children.length === 1 && !mayBeAlone)) {
    return { children, attributes: {} };
  }
  const rest = children.slice(0, -1);
  const before = rest.at(-1);
  if (before?.type !== 'text') return { children: rest, attributes };
  const value = before.value.replace(/ $/, '');
  return {
    children: value === '' ? rest.slice(0, -1) : [...rest.slice(0, -1), { ...before, value }],
    attributes,
  };
}

/** A container that holds nothing holds an empty paragraph, and so does an item in front of another block. */
function mayVanish({ parent, siblings, index }: Place): boolean {
  if (parent === 'task') return false;
  if (siblings.length === 1) return true;
  const next = siblings[index + 1];
  return parent === 'item' && index === 0 && next?.type !== 'paragraph';
}

/** A comment where an empty paragraph needs none is remembered: it may be all there is of a file. */
function readEmpty(html: string, first: boolean): TakenBlock | undefined {
  const carried = readCarrier(html);
  if (carried?.['empty'] !== true) return undefined;
  const attributes = omit(carried, 'empty');
  if (!holdsAttributesOnly(attributes)) return undefined;
  const read = withAttributes<TiptapNode>({ type: 'paragraph' }, attributes);
  const needed = !first || Object.keys(attributes).length > 0;
  return { node: needed ? read : withMarkup(read, { comment: true }), count: 1 };
}

/** Whether a line that is all there is of a paragraph would be read as another block. */
function standsAlone(text: string, syntax: Syntax | undefined): boolean {
  if (syntax?.mdx === true) return isFlow(text);
  return LONE_TAG.test(text) || (syntax?.gitbook === true && tagLinesEnd(text, 0) === text.length);
}

function isEmptyText(node: TiptapNode): boolean {
  return node.type === 'text' && (node.text ?? '') === '';
}
