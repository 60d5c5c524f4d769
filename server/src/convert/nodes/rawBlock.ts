import type { Nodes } from 'mdast';
import { textAttribute } from '../attributes.js';
import { definedLabel } from '../labels.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule } from './rule.js';

/** Block source that TipTap has no node for, carried as it is. */
export function rawBlock(
  source: string,
  kind: 'html' | 'definition' | 'yaml' | 'toml' | 'raw',
  data?: Readonly<Record<string, Json>>,
): TiptapNode {
  return { type: 'rawBlock', attrs: { kind, source, ...(data === undefined ? {} : { data }) } };
}

/** HTML blocks, definitions and footnotes return as they were. */
export const rawBlockRule: BlockRule = {
  types: ['rawBlock'],
  print: (node) => textAttribute(node, 'source'),
  reads: ['html', 'definition', 'footnoteDefinition', 'yaml'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node === undefined) return undefined;
    reader.notice('raw-block', `A block of ${node.type} is carried as its source.`, node);
    return { node: toRawBlock(node, reader.source(node)), count: 1 };
  },
  examples: [
    {
      name: 'HTML block',
      markdown: '<div align="center">\n  <b>x</b>\n</div>',
      tiptap: [rawBlock('<div align="center">\n  <b>x</b>\n</div>', 'html')],
    },
    {
      name: 'comment between paragraphs',
      markdown: 'a\n\n<!-- note -->\n\nb',
      tiptap: [paragraph('a'), rawBlock('<!-- note -->', 'html'), paragraph('b')],
    },
    {
      name: 'footnote',
      markdown: '[^1]: first\n\n    second',
      tiptap: [rawBlock('[^1]: first\n\n    second', 'raw', { footnote: '1', label: '^1' })],
    },
  ],
};

function toRawBlock(node: Nodes, source: string): TiptapNode {
  if (node.type === 'html') return rawBlock(source, 'html');
  if (node.type === 'definition') {
    return rawBlock(source, 'definition', {
      label: definedLabel(source) ?? node.identifier,
      url: node.url,
      ...(node.title === null || node.title === undefined ? {} : { title: node.title }),
    });
  }
  if (node.type !== 'footnoteDefinition') return rawBlock(source, 'raw');
  const label = node.label ?? node.identifier;
  return rawBlock(source, 'raw', { footnote: label, label: `^${label}` });
}
