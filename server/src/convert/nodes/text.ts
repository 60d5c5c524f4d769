import type { Nodes } from 'mdast';
import { textNode, paragraph } from './inlineNode.js';
import type { InlineRule } from './rule.js';

/** Text, with soft line ends kept as line feeds. */
export const textRule: InlineRule = {
  types: ['text'],
  printNode: (node) => [{ kind: 'text', text: node.text ?? '' }],
  reads: ['text'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'text') return undefined;
    const value =
      followsBreak(nodes, at) && /^[ \t]*\n/.test(reader.source(node))
        ? node.value.replace(/^[ \t]*\n/, '')
        : node.value;
    return { nodes: value === '' ? [] : [textNode(value, marks)], count: 1 };
  },
  examples: [
    { name: 'one sentence a line', markdown: 'One.\nTwo.', tiptap: [paragraph('One.\nTwo.')] },
    { name: 'a lone asterisk', markdown: '2 * 3 and a*', tiptap: [paragraph('2 * 3 and a*')] },
    { name: 'asterisks that would pair', markdown: 'a \\*b\\* c', tiptap: [paragraph('a *b* c')] },
    { name: 'names with underscores', markdown: 'snake_case_name', tiptap: [paragraph('snake_case_name')] },
    { name: 'a number that would open a list', markdown: '1\\. no list', tiptap: [paragraph('1. no list')] },
    { name: 'prices', markdown: 'costs $5 and $6', tiptap: [paragraph('costs $5 and $6')] },
    {
      name: 'an address that is no link',
      markdown: 'see https\\://e.com now',
      tiptap: [paragraph('see https://e.com now')],
    },
    { name: 'spaces at the edge', markdown: '&#x20;  a', tiptap: [paragraph('   a')] },
    {
      name: 'brackets that refer to nothing',
      markdown: 'an [aside] here',
      tiptap: [paragraph('an [aside] here')],
    },
  ],
};

/** The line end after `<br>` belongs to the break. */
function followsBreak(nodes: readonly Nodes[], at: number): boolean {
  const before = nodes[at - 1];
  return before?.type === 'html' && /^<br ?\/?>$/.test(before.value);
}
