import { omit } from '../omit.js';
import type { TiptapNode } from '../tiptap.js';
import type { Form } from './names.js';

/** Remembers that nothing stood below the summary: TipTap wants at least an empty paragraph there. */
const BODILESS = 'bodiless';

/**
 * Foldable sections whose first child, a paragraph or a heading, is the summary and whose others are the body (Outline),
 * as TipTap's details with a summary and a content. The level of a summary that is a heading is `level` of the details.
 */
export const toggleForm: Form = {
  adds: ['level'],
  toOurs: (node) => {
    const [head, ...body] = childrenOf(node);
    if (head === undefined || !isHead(head)) return undefined;
    const { level, ...others } = head.attrs ?? {};
    const titled = level !== undefined;
    const attrs = titled ? { ...node.attrs, level } : node.attrs;
    const summary: TiptapNode = { ...head, type: 'detailsSummary' };
    const content = body.length === 0 ? [{ type: 'paragraph' }] : body;
    return {
      node: {
        ...omit(node, 'attrs'),
        ...(attrs === undefined ? {} : { attrs }),
        content: [titled ? withAttrs(summary, others) : summary, { type: 'detailsContent', content }],
      },
      ...(body.length === 0 ? { note: BODILESS } : {}),
    };
  },
  toTheirs: (node, note) => {
    const [summary, content, ...more] = childrenOf(node);
    if (summary?.type !== 'detailsSummary' || content?.type !== 'detailsContent' || more.length > 0)
      return undefined;
    if (content.attrs !== undefined || content.marks !== undefined) return undefined;
    const { level, ...attrs } = node.attrs ?? {};
    if (level !== undefined && typeof level !== 'number') return undefined;
    const head: TiptapNode =
      level === undefined
        ? { ...summary, type: 'paragraph' }
        : { ...summary, type: 'heading', attrs: { ...summary.attrs, level } };
    const body = childrenOf(content);
    const bodiless = note === BODILESS && body.length === 1 && isBareParagraph(body[0]);
    return {
      ...node,
      ...(node.attrs === undefined ? {} : { attrs }),
      content: bodiless ? [head] : [head, ...body],
    };
  },
};

function isHead(node: TiptapNode): boolean {
  if (node.type === 'paragraph') return node.attrs?.['level'] === undefined;
  return node.type === 'heading' && typeof node.attrs?.['level'] === 'number';
}

function isBareParagraph(node: TiptapNode | undefined): boolean {
  return node?.type === 'paragraph' && Object.keys(node).length === 1;
}

function childrenOf(node: TiptapNode): readonly TiptapNode[] {
  return Array.isArray(node.content) ? (node.content as readonly TiptapNode[]) : [];
}

function withAttrs(node: TiptapNode, attrs: NonNullable<TiptapNode['attrs']>): TiptapNode {
  return Object.keys(attrs).length === 0 ? omit(node, 'attrs') : { ...node, attrs };
}
