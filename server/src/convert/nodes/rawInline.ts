import type { Nodes } from 'mdast';
import { textAttribute } from '../attributes.js';
import { SEPARATOR } from '../carrier/comment.js';
import type { Reader } from '../read/Reader.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { marked, paragraph, withMarks } from './inlineNode.js';
import type { InlineRule } from './rule.js';

/** Inline source that TipTap has no node for, carried as it is. `kind` is what Markdown calls it. */
export function rawInline(source: string, kind: string, marks: readonly TiptapMark[]): TiptapNode {
  return withMarks({ type: 'rawInline', attrs: { source, kind } }, marks);
}

/** Carries mdast nodes from one to another, and says so. */
export function carryInline(
  from: Nodes,
  to: Nodes,
  reader: Reader,
  marks: readonly TiptapMark[],
  kind: string = kindOf(from, reader),
): TiptapNode {
  reader.notice('raw-inline', `Inline ${kind} is carried as its source.`, from);
  return rawInline(reader.source(from, to), kind, marks);
}

/** In MDX what looks like HTML is JSX. */
function kindOf(node: Nodes, { traits }: Reader): string {
  if (node.type === 'inlineVerbatim') return node.kind;
  return node.type === 'html' && traits.syntax?.mdx === true ? 'mdx' : node.type;
}

/** Inline HTML, footnote references, GitBook's tags and what MDX adds return as they were. */
export const rawInlineRule: InlineRule = {
  types: ['rawInline'],
  printNode: (node) => {
    const source = textAttribute(node, 'source');
    return source === undefined ? undefined : [{ kind: 'raw', text: source }];
  },
  reads: ['html', 'footnoteReference', 'inlineVerbatim'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node === undefined) return undefined;
    if (node.type === 'html' && node.value === SEPARATOR) return { nodes: [], count: 1 };
    return { nodes: [carryInline(node, node, reader, marks)], count: 1 };
  },
  examples: [
    {
      name: 'inline HTML without a mark of ours',
      markdown: 'press <kbd>A</kbd>',
      tiptap: [paragraph('press ', rawInline('<kbd>', 'html', []), 'A', rawInline('</kbd>', 'html', []))],
    },
    {
      name: 'tags of GitBook in a line',
      markdown: '{% tab title="A" %} b {% endtab %}',
      flavour: 'gitbook',
      tiptap: [
        paragraph(
          rawInline('{% tab title="A" %}', 'gitbook', []),
          ' b ',
          rawInline('{% endtab %}', 'gitbook', []),
        ),
      ],
    },
    {
      name: 'tags and expressions of MDX in a line',
      markdown: 'a <B c={1}>*d*</B> {e.f}',
      flavour: 'mdx',
      tiptap: [
        paragraph(
          'a ',
          rawInline('<B c={1}>', 'mdx', []),
          marked('d', 'italic'),
          rawInline('</B>', 'mdx', []),
          ' ',
          rawInline('{e.f}', 'mdx', []),
        ),
      ],
    },
    {
      name: 'emphasis in emphasis, which marks cannot say',
      markdown: '*a *b* c*',
      tiptap: [
        paragraph(
          marked('a ', 'italic'),
          rawInline('*b*', 'emphasis', [{ type: 'italic' }]),
          marked(' c', 'italic'),
        ),
      ],
    },
  ],
};
