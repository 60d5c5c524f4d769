import type { Nodes } from 'mdast';
import { furtherAttributes, textAttribute, withAttributes } from '../attributes.js';
import { readAttributes, writeAttributes } from '../carrier/htmlText.js';
import { jsxStyle } from '../parse/mdx/jsxStyle.js';
import { syntax } from '../print/Piece.js';
import type { Json, TiptapMark } from '../tiptap.js';
import { marked, paragraph } from '../nodes/inlineNode.js';
import type { InlineRule } from '../nodes/rule.js';

/** Marks that Markdown has no form for, their HTML tag, and attributes as CSS properties. */
const TAGS: readonly {
  readonly type: string;
  readonly tag: string;
  readonly css: Readonly<Record<string, string>>;
}[] = [
  { type: 'underline', tag: 'u', css: {} },
  { type: 'subscript', tag: 'sub', css: {} },
  { type: 'superscript', tag: 'sup', css: {} },
  { type: 'highlight', tag: 'mark', css: { color: 'background-color' } },
  {
    type: 'textStyle',
    tag: 'span',
    css: {
      color: 'color',
      backgroundColor: 'background-color',
      fontFamily: 'font-family',
      fontSize: 'font-size',
      lineHeight: 'line-height',
    },
  },
];

/** Underline, highlight, sub- and superscript, colours and fonts: HTML that GitHub shows. */
export const htmlMarkRule: InlineRule = {
  types: TAGS.map(({ type }) => type),
  printMark: (mark, inner, printer) => {
    const form = TAGS.find(({ type }) => type === mark.type);
    if (form === undefined || inner.length === 0) return undefined;
    const style = writeStyle(mark, form.css);
    if (
      style === undefined ||
      Object.keys(furtherAttributes(mark, new Set(Object.keys(form.css)))).length > 0
    ) {
      return undefined;
    }
    if (form.tag === 'span' && style === '') return undefined;
    const attributes =
      style === '' ? '' : printer.syntax.mdx ? ` style=${jsxStyle(style)}` : writeAttributes({ style });
    return [syntax(`<${form.tag}${attributes}>`), ...inner, syntax(`</${form.tag}>`)];
  },
  reads: ['html'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    const mark = node?.type === 'html' ? readTag(node.value) : undefined;
    if (mark === undefined || marks.some((other) => other.type === mark.mark.type)) return undefined;
    const close = closingTag(nodes, at, mark.tag);
    if (close === undefined || close === at + 1) return undefined;
    return {
      nodes: reader.inlines(nodes.slice(at + 1, close), [...marks, mark.mark]),
      count: close - at + 1,
    };
  },
  examples: [
    { name: 'underline', markdown: 'a <u>b</u>', tiptap: [paragraph('a ', marked('b', 'underline'))] },
    {
      name: 'subscript',
      markdown: 'H<sub>2</sub>O',
      tiptap: [paragraph('H', marked('2', 'subscript'), 'O')],
    },
    {
      name: 'highlight in a colour',
      markdown: '<mark style="background-color: #ffc078">b</mark>',
      tiptap: [paragraph(marked('b', { type: 'highlight', attrs: { color: '#ffc078' } }))],
    },
    {
      name: 'font',
      markdown: '<span style="font-family: Inter; font-size: 20px">x</span>',
      tiptap: [
        paragraph(marked('x', { type: 'textStyle', attrs: { fontFamily: 'Inter', fontSize: '20px' } })),
      ],
    },
  ],
};

function writeStyle(mark: TiptapMark, css: Readonly<Record<string, string>>): string | undefined {
  const parts: string[] = [];
  for (const [name, property] of Object.entries(css)) {
    const value = textAttribute(mark, name);
    const given = mark.attrs?.[name];
    if (value === undefined && given !== undefined && given !== null) return undefined;
    if (value === undefined) continue;
    if (value === '' || /;|^\s|\s$|[\n<>]/.test(value)) return undefined;
    parts.push(`${property}: ${value}`);
  }
  return parts.join('; ');
}

function readTag(html: string): { readonly tag: string; readonly mark: TiptapMark } | undefined {
  const match = /^<([a-z]+)((?: [a-z]+="[^"]*")*)>$/.exec(html);
  const form = TAGS.find(({ tag }) => tag === match?.[1]);
  const source = match?.[2] ?? '';
  if (form === undefined || (form.tag === 'span' && source === '')) return undefined;
  if (source === '') return { tag: form.tag, mark: { type: form.type } };
  const attributes = readAttributes(source);
  const style = attributes?.get('style');
  if (style === undefined || attributes?.size !== 1) return undefined;
  const attrs = readStyle(style, form.css);
  if (attrs === undefined) return undefined;
  const mark = withAttributes<TiptapMark>({ type: form.type }, attrs);
  return writeStyle(mark, form.css) === style ? { tag: form.tag, mark } : undefined;
}

function readStyle(style: string, css: Readonly<Record<string, string>>): Record<string, Json> | undefined {
  const names = new Map(Object.entries(css).map(([name, property]) => [property, name]));
  const attrs: Record<string, Json> = {};
  for (const part of style.split('; ')) {
    const [property = '', ...value] = part.split(': ');
    const name = names.get(property);
    if (name === undefined || value.length === 0) return undefined;
    attrs[name] = value.join(': ');
  }
  return attrs;
}

function closingTag(nodes: readonly Nodes[], at: number, tag: string): number | undefined {
  let depth = 0;
  for (let index = at; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type !== 'html') continue;
    if (node.value.startsWith(`<${tag}>`) || node.value.startsWith(`<${tag} `)) depth += 1;
    if (node.value === `</${tag}>`) depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}
