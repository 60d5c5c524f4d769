import type { Nodes } from 'mdast';
import { readCarrier } from '../carrier/comment.js';
import { isSafeKey } from '../carrier/safeKey.js';
import { furtherAttributes, textAttribute, withAttributes } from '../attributes.js';
import type { Printer } from '../print/Printer.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule, TakenBlock } from './rule.js';

const NONE: ReadonlySet<string> = new Set();

/** Kinds of callout and the GitHub alert that shows each. */
const ALERTS: Readonly<Record<string, string>> = {
  info: 'NOTE',
  note: 'NOTE',
  tip: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  danger: 'CAUTION',
  caution: 'CAUTION',
};

/** Block quotes. */
export const blockquoteRule: BlockRule = {
  types: ['blockquote'],
  print: (node, printer) => {
    const carried = carriedAttributes(node, NONE);
    return carried === undefined
      ? undefined
      : afterBlock(quote(node.content ?? [], printer), carried, printer);
  },
  reads: ['blockquote'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type !== 'blockquote') return undefined;
    const content = reader.blocks(node.children, { kind: 'quote' });
    return {
      node: { type: 'blockquote', content: content.length === 0 ? [{ type: 'paragraph' }] : content },
      count: 1,
    };
  },
  examples: [
    {
      name: 'quote',
      markdown: '> a\n>\n> b',
      tiptap: [{ type: 'blockquote', content: [paragraph('a'), paragraph('b')] }],
    },
    { name: 'empty quote', markdown: '>', tiptap: [{ type: 'blockquote', content: [paragraph()] }] },
  ],
};

/** Callouts: GitHub alerts, with a comment that tells one from a plain quote. */
export const calloutRule: BlockRule = {
  types: ['callout'],
  print: (node, printer) => {
    const further = furtherAttributes(node, NONE);
    if (!Object.keys(further).every(isSafeKey)) return undefined;
    const kind = textAttribute(node, 'type') ?? '';
    const alert = Object.hasOwn(ALERTS, kind) ? ALERTS[kind] : 'NOTE';
    const body = quote(node.content ?? [], printer);
    const carried = { as: 'callout', ...(Object.keys(further).length > 0 ? { attrs: further } : {}) };
    return afterBlock(`> [!${alert}]\n${body}`, carried, printer);
  },
  reads: ['blockquote'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    const attributes = calloutAttributes(nodes[at + 1]);
    if (node?.type !== 'blockquote' || attributes === undefined) return undefined;
    const [first, ...rest] = node.children;
    const children = first === undefined ? undefined : withoutAlert(first);
    if (children === undefined) return undefined;
    const content = reader.blocks([...children, ...rest], { kind: 'quote' });
    const read: TiptapNode = {
      type: 'callout',
      content: content.length === 0 ? [{ type: 'paragraph' }] : content,
    };
    return { node: withAttributes(read, attributes), count: 2 } satisfies TakenBlock;
  },
  examples: [
    {
      name: 'callout',
      markdown:
        '> [!WARNING]\n> Mind the gap.\n<!-- docbridge:{"as":"callout","attrs":{"type":"warning"}} -->',
      tiptap: [{ type: 'callout', attrs: { type: 'warning' }, content: [paragraph('Mind the gap.')] }],
    },
  ],
};

function quote(content: readonly TiptapNode[], printer: Printer): string {
  const body = printer.blocks(content, 'quote');
  const opening = body === '' || body.startsWith('\n') ? '>' : '> ';
  if (!body.includes('\n')) return opening + body;
  return opening + body.replace(/\n(?!\n|$)/g, '\n> ').replace(/\n(?=\n|$)/g, '\n>');
}

function calloutAttributes(next: Nodes | undefined): Readonly<Record<string, Json>> | undefined {
  const carried = next?.type === 'html' ? readCarrier(next.value) : undefined;
  if (carried?.['as'] !== 'callout') return undefined;
  const attributes: Record<string, Json> = {};
  const given = carried['attrs'];
  if (given === undefined) return attributes;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  for (const [name, value] of Object.entries(given as Readonly<Record<string, Json>>)) {
    if (!isSafeKey(name)) return undefined;
    attributes[name] = value;
  }
  return attributes;
}

/** Takes the alert's first line off its first paragraph. */
function withoutAlert(first: Nodes): readonly Nodes[] | undefined {
  if (first.type !== 'paragraph') return undefined;
  const [text, ...rest] = first.children;
  if (text?.type !== 'text') return undefined;
  const value = text.value.replace(/^\[![A-Z]+\](?:\n|$)/, '');
  if (value === text.value) return undefined;
  const children = value === '' ? rest : [{ ...text, value }, ...rest];
  return children.length === 0 ? [] : [{ ...first, children }];
}
