import type { Nodes } from 'mdast';
import { furtherAttributes } from '../attributes.js';
import { delimited } from '../print/Piece.js';
import { startOf } from '../read/span.js';
import type { TiptapMark } from '../tiptap.js';
import { carryInline } from '../nodes/rawInline.js';
import { marked, paragraph } from '../nodes/inlineNode.js';
import type { InlineRule, TakenInlines } from '../nodes/rule.js';
import type { InlinePrinter } from '../print/Printer.js';
import type { Piece } from '../print/Piece.js';
import type { Reader } from '../read/Reader.js';

const NONE: ReadonlySet<string> = new Set();

/** Italic, bold and strike: delimiters on both sides. */
export const emphasisRule: InlineRule = {
  types: ['italic', 'bold', 'strike'],
  printMark: (mark, inner, printer) => {
    if (Object.keys(furtherAttributes(mark, NONE)).length > 0) return undefined;
    const delimiter = delimiterOf(mark, inner, printer);
    return delimited(delimiter, inner, delimiter);
  },
  reads: ['emphasis', 'strong', 'delete'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type === 'emphasis') return readMark('italic', '*', node, reader, marks);
    if (node?.type === 'strong') return readMark('bold', '**', node, reader, marks);
    return node?.type === 'delete' ? readMark('strike', '~~', node, reader, marks) : undefined;
  },
  examples: [
    { name: 'italic', markdown: 'a *b* c', tiptap: [paragraph('a ', marked('b', 'italic'), ' c')] },
    {
      name: 'bold inside a word',
      markdown: 'foo**bar**baz',
      tiptap: [paragraph('foo', marked('bar', 'bold'), 'baz')],
    },
    { name: 'strike', markdown: '~~b~~', tiptap: [paragraph(marked('b', 'strike'))] },
    {
      name: 'bold around italic',
      markdown: '**_x_**',
      tiptap: [paragraph(marked('x', 'bold', 'italic'))],
      only: 'print',
    },
    { name: 'italic around bold', markdown: '***x***', tiptap: [paragraph(marked('x', 'italic', 'bold'))] },
    {
      name: 'a space at the edge of bold',
      markdown: '**foo&#x20;**&#x62;ar',
      tiptap: [paragraph(marked('foo ', 'bold'), 'bar')],
    },
    {
      name: 'underscores are remembered',
      markdown: '_b_',
      tiptap: [paragraph(marked('b', { type: 'italic', attrs: { markup: { delimiter: '_' } } }))],
    },
  ],
};

function delimiterOf(mark: TiptapMark, inner: readonly Piece[], printer: InlinePrinter): string {
  const written = printer.written(mark)['delimiter'];
  switch (mark.type) {
    case 'italic':
      return written === '_' || written === '*' ? written : printer.style.emphasis;
    case 'bold':
      return written === '__' || written === '**' ? written : printer.style.strong;
    default:
      return written === '~' && inner.length > 0 ? '~' : '~~';
  }
}

function readMark(
  type: string,
  usual: string,
  node: Nodes & { readonly children: readonly Nodes[] },
  reader: Reader,
  marks: readonly TiptapMark[],
): TakenInlines {
  if (marks.some((mark) => mark.type === type))
    return { nodes: [carryInline(node, node, reader, marks)], count: 1 };
  const { text } = reader;
  const start = startOf(node);
  const length = type === 'strike' && text.charAt(start + 1) !== '~' ? 1 : usual.length;
  const delimiter = text.slice(start, start + length);
  const mark: TiptapMark = delimiter === usual ? { type } : { type, attrs: { markup: { delimiter } } };
  return { nodes: reader.inlines(node.children, [...marks, mark]), count: 1 };
}
