import { furtherAttributes, textAttribute } from '../attributes.js';
import { paragraph, withMarks } from './inlineNode.js';
import type { InlineRule } from './rule.js';
import { printDirective, readDirective } from './textDirective.js';

const KNOWN: ReadonlySet<string> = new Set(['name']);

/** Emoji by their shortcode, `:tada:`; a name that is none in a directive. */
export const emojiRule: InlineRule = {
  types: ['emoji'],
  printNode: (node) => {
    const name = textAttribute(node, 'name');
    const short = name !== undefined && /^[\d_+a-z-]+$/.test(name) && /[a-z]/.test(name);
    return short && Object.keys(furtherAttributes(node, KNOWN)).length === 0
      ? [{ kind: 'guarded', text: `:${name}:` }]
      : printDirective(node);
  },
  reads: ['emoji', 'textDirective'],
  read: (nodes, at, _reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'emoji') return node === undefined ? undefined : readDirective(node, 'emoji', marks);
    return { nodes: [withMarks({ type: 'emoji', attrs: { name: node.value } }, marks)], count: 1 };
  },
  examples: [
    {
      name: 'emoji',
      markdown: 'done :tada: now',
      tiptap: [paragraph('done ', { type: 'emoji', attrs: { name: 'tada' } }, ' now')],
    },
    {
      name: 'emoji whose name is no shortcode',
      markdown: ':emoji{name="no such"}',
      tiptap: [paragraph({ type: 'emoji', attrs: { name: 'no such' } })],
    },
    { name: 'text that looks like one', markdown: 'a \\:tada: b', tiptap: [paragraph('a :tada: b')] },
    { name: 'times are no emoji', markdown: 'at 10:30:15 sharp', tiptap: [paragraph('at 10:30:15 sharp')] },
  ],
};
