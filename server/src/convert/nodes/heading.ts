import { attribute, withAttributes, withMarkup } from '../attributes.js';
import { writeComment } from '../carrier/flavouredComment.js';
import { endOf, startOf } from '../read/span.js';
import type { TiptapNode } from '../tiptap.js';
import { carriedAttributes } from './carriers.js';
import { splitCarrier } from './paragraph.js';
import type { BlockRule } from './rule.js';

const KNOWN: ReadonlySet<string> = new Set(['level']);

/** Headings; `markup.setext` is the length of the line below one that was underlined. */
export const headingRule: BlockRule = {
  types: ['heading'],
  print: (node, printer, place) => {
    const level = attribute(node, 'level');
    const carried = carriedAttributes(node, KNOWN);
    if (typeof level !== 'number' || ![1, 2, 3, 4, 5, 6].includes(level) || carried === undefined)
      return undefined;
    const setext = printer.written(node)['setext'];
    const underlined = typeof setext === 'number' && level <= 2 && (node.content ?? []).length > 0;
    const text = printer.inline(node.content ?? [], underlined ? 'paragraph' : 'heading', place);
    if (text === undefined) return undefined;
    const comment =
      Object.keys(carried).length === 0 ? '' : ` ${writeComment(carried, printer.traits.syntax)}`;
    if (underlined) return `${text}${comment}\n${(level === 1 ? '=' : '-').repeat(setext)}`;
    return `${'#'.repeat(level)}${text === '' ? '' : ' '}${text}${comment}`;
  },
  reads: ['heading'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type !== 'heading') return undefined;
    const { children, attributes } = splitCarrier(node.children, true);
    const lineEnd = reader.text.indexOf('\n', startOf(node));
    const lines = lineEnd !== -1 && lineEnd < endOf(node);
    const underline = lines ? /\n[ \t]*(=+|-+)[ \t]*$/.exec(reader.source(node))?.[1] : undefined;
    const content = reader.inlines(children, [], underline === undefined ? 'heading' : 'paragraph');
    const read: TiptapNode = {
      type: 'heading',
      attrs: { level: node.depth },
      ...(content.length === 0 ? {} : { content }),
    };
    const whole = withAttributes(read, attributes);
    return {
      node: underline === undefined ? whole : withMarkup(whole, { setext: underline.length }),
      count: 1,
    };
  },
  examples: [
    { name: 'heading', markdown: '## a', tiptap: [heading(2, 'a')] },
    { name: 'heading that ends in #', markdown: '## a \\#', tiptap: [heading(2, 'a #')] },
    { name: 'C#', markdown: '## C#', tiptap: [heading(2, 'C#')] },
    { name: 'empty heading', markdown: '##', tiptap: [{ type: 'heading', attrs: { level: 2 } }] },
    {
      name: 'underlined heading',
      markdown: 'a\n=====',
      tiptap: [{ ...heading(1, 'a'), attrs: { level: 1, markup: { setext: 5 } } }],
    },
    {
      name: 'aligned heading without text',
      markdown: '## <!-- docbridge:{"textAlign":"right"} -->',
      tiptap: [{ type: 'heading', attrs: { level: 2, textAlign: 'right' } }],
    },
    {
      name: 'aligned heading',
      markdown: '## x <!-- docbridge:{"textAlign":"right"} -->',
      tiptap: [{ ...heading(2, 'x'), attrs: { level: 2, textAlign: 'right' } }],
    },
  ],
};

function heading(level: number, text: string): TiptapNode {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}
