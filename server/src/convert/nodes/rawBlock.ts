import type { Nodes } from 'mdast';
import { textAttribute } from '../attributes.js';
import { definedLabel } from '../labels.js';
import type { Reader } from '../read/Reader.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule } from './rule.js';

/** Block source that TipTap has no node for, carried as it is. */
export function rawBlock(
  source: string,
  kind: 'html' | 'definition' | 'yaml' | 'toml' | 'gitbook' | 'mdx' | 'raw',
  data?: Readonly<Record<string, Json>>,
): TiptapNode {
  return { type: 'rawBlock', attrs: { kind, source, ...(data === undefined ? {} : { data }) } };
}

/** HTML blocks, definitions, footnotes, GitBook's tags and what MDX adds return as they were. */
export const rawBlockRule: BlockRule = {
  types: ['rawBlock'],
  print: (node) => textAttribute(node, 'source'),
  reads: ['html', 'definition', 'footnoteDefinition', 'yaml', 'verbatim'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node === undefined) return undefined;
    const kind = node.type === 'verbatim' ? node.kind : node.type;
    reader.notice('raw-block', `A block of ${kind} is carried as its source.`, node);
    return { node: toRawBlock(node, reader), count: 1 };
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
      name: 'blocks between tags of GitBook',
      markdown: '{% hint style="info" %}\na\n{% endhint %}',
      flavour: 'gitbook',
      tiptap: [
        rawBlock('{% hint style="info" %}', 'gitbook'),
        { ...paragraph('a'), attrs: { markup: { gap: 0 } } },
        {
          type: 'rawBlock',
          attrs: { kind: 'gitbook', source: '{% endhint %}', markup: { gap: 0 } },
        },
      ],
    },
    {
      name: 'blocks between tags of MDX',
      markdown: 'import { A } from "./a"\n\n<A\n  b={{ c: "}" }}\n>\n\na\n\n</A>\n\n{/* note */}',
      flavour: 'mdx',
      tiptap: [
        rawBlock('import { A } from "./a"', 'mdx'),
        rawBlock('<A\n  b={{ c: "}" }}\n>', 'mdx'),
        paragraph('a'),
        rawBlock('</A>', 'mdx'),
        rawBlock('{/* note */}', 'mdx'),
      ],
    },
    {
      name: 'footnote',
      markdown: '[^1]: first\n\n    second',
      tiptap: [rawBlock('[^1]: first\n\n    second', 'raw', { footnote: '1', label: '^1' })],
    },
  ],
};

function toRawBlock(node: Nodes, reader: Reader): TiptapNode {
  const source = reader.source(node);
  if (node.type === 'verbatim') return rawBlock(source, node.kind);
  if (node.type === 'html') {
    return rawBlock(withoutBlankEnd(source), reader.traits.syntax?.mdx === true ? 'mdx' : 'html');
  }
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

/** HTML that its container ends is said to hold the blank lines in front of that end. */
function withoutBlankEnd(source: string): string {
  const lineEnd = source.indexOf('\n', source.trimEnd().length);
  return lineEnd === -1 ? source : source.slice(0, lineEnd);
}
