import { omit } from '../omit.js';
import type { TiptapNode } from '../tiptap.js';
import type { Form } from './names.js';

/** Formulas whose source is the node's text (ProseMirror math) and not its attribute `latex`. */
export const mathForm: Form = {
  adds: ['latex'],
  toOurs: (node) => {
    const latex = node.content === undefined ? '' : soleText(node.content);
    if (latex === undefined) return undefined;
    return { node: { ...omit(node, 'content'), attrs: { ...node.attrs, latex } } };
  },
  toTheirs: (node) => {
    const { latex, ...attrs } = node.attrs ?? {};
    if (typeof latex !== 'string' || node.content !== undefined) return undefined;
    return { ...node, attrs, ...(latex === '' ? {} : { content: [{ type: 'text', text: latex }] }) };
  },
};

/** The text of content that is one text without marks. */
function soleText(content: readonly TiptapNode[]): string | undefined {
  const [only, ...more] = Array.isArray(content) ? (content as readonly TiptapNode[]) : [];
  if (only?.type !== 'text' || more.length > 0 || only.text === '') return undefined;
  return Object.keys(only).length === 2 ? only.text : undefined;
}
