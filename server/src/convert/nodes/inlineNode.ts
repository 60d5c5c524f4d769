import type { TiptapMark, TiptapNode } from '../tiptap.js';

/** A node in a line, with the marks around it. */
export function withMarks(node: TiptapNode, marks: readonly TiptapMark[]): TiptapNode {
  return marks.length === 0 ? node : { ...node, marks };
}

/** A text node. */
export function textNode(text: string, marks: readonly TiptapMark[] = []): TiptapNode {
  return { type: 'text', ...(marks.length === 0 ? {} : { marks }), text };
}

/** A paragraph, for examples. */
export function paragraph(...content: readonly (string | TiptapNode)[]): TiptapNode {
  const nodes = content.map((part) => (typeof part === 'string' ? textNode(part) : part));
  return nodes.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: nodes };
}

/** Text with marks given by type, for examples. */
export function marked(text: string, ...marks: readonly (string | TiptapMark)[]): TiptapNode {
  return textNode(
    text,
    marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
  );
}
