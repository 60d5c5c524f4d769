import { furtherAttributes, textAttribute } from '../attributes.js';
import { paragraph, withMarks } from './inlineNode.js';
import type { InlineRule } from './rule.js';

const KNOWN: ReadonlySet<string> = new Set(['name']);

/** Emoji by their shortcode, `:tada:`. */
export const emojiRule: InlineRule = {
  types: ['emoji'],
  printNode: (node) => {
    const name = textAttribute(node, 'name');
    if (name === undefined || !/^[\d_+a-z-]+$/.test(name) || !/[a-z]/.test(name)) return undefined;
    return Object.keys(furtherAttributes(node, KNOWN)).length > 0
      ? undefined
      : [{ kind: 'guarded', text: `:${name}:` }];
  },
  reads: ['emoji'],
  read: (nodes, at, _reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'emoji') return undefined;
    return { nodes: [withMarks({ type: 'emoji', attrs: { name: node.value } }, marks)], count: 1 };
  },
  examples: [
    {
      name: 'emoji',
      markdown: 'done :tada: now',
      tiptap: [paragraph('done ', { type: 'emoji', attrs: { name: 'tada' } }, ' now')],
    },
    { name: 'text that looks like one', markdown: 'a \\:tada: b', tiptap: [paragraph('a :tada: b')] },
    { name: 'times are no emoji', markdown: 'at 10:30:15 sharp', tiptap: [paragraph('at 10:30:15 sharp')] },
  ],
};
