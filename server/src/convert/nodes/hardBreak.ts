import type { Nodes } from 'mdast';
import { withMarkup } from '../attributes.js';
import type { Reader } from '../read/Reader.js';
import { withMarks, paragraph } from './inlineNode.js';
import type { InlineRule } from './rule.js';

/** A break is `\` at a line's end; `<br>` where that would be text: at the end, in headings, in cells. */
export const hardBreakRule: InlineRule = {
  types: ['hardBreak'],
  printNode: (node, { written }) => {
    const form = written(node)['break'];
    return [{ kind: 'break', written: typeof form === 'string' ? form : undefined }];
  },
  reads: ['break', 'html'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    const written = node === undefined ? undefined : writtenBreak(node, nodes[at + 1], reader);
    if (written === undefined) return undefined;
    const lineEnd = reader.traits.syntax?.mdx === true ? '<br />' : '<br>';
    const usual = at === nodes.length - 1 || reader.where !== 'paragraph' ? lineEnd : '\\\n';
    const hardBreak = withMarkup({ type: 'hardBreak' }, { break: written === usual ? undefined : written });
    return { nodes: [withMarks(hardBreak, marks)], count: 1 };
  },
  examples: [
    { name: 'break', markdown: 'a\\\nb', tiptap: [paragraph('a', { type: 'hardBreak' }, 'b')] },
    { name: 'break at the end', markdown: 'a<br>', tiptap: [paragraph('a', { type: 'hardBreak' })] },
    {
      name: 'break of two spaces',
      markdown: 'a  \nb',
      tiptap: [paragraph('a', { type: 'hardBreak', attrs: { markup: { break: '  \n' } } }, 'b')],
    },
    {
      name: 'break in a heading',
      markdown: '## a<br>b',
      tiptap: [
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
      ],
    },
  ],
};

function writtenBreak(node: Nodes, next: Nodes | undefined, reader: Reader): string | undefined {
  if (node.type === 'break') return reader.source(node).startsWith('\\') ? '\\\n' : '  \n';
  if (node.type !== 'html' || !/^<br ?\/?>$/.test(node.value)) return undefined;
  const newline = next?.type === 'text' && /^[ \t]*\n/.test(reader.source(next));
  return newline ? `${node.value}\n` : node.value;
}
