import { furtherAttributes, textAttribute } from '../attributes.js';
import { readDirectiveAttributes, writeDirectiveAttributes } from '../carrier/directiveAttributes.js';
import { paragraph, withMarks } from './inlineNode.js';
import type { InlineRule } from './rule.js';
import { printDirective } from './textDirective.js';

const KNOWN: ReadonlySet<string> = new Set(['label']);

/** Longest label that is written between brackets, which readers cap with its escapes. */
const LONGEST = 400;

/** Mentions: `:mention[Ann]{id="u1"}`. */
export const mentionRule: InlineRule = {
  types: ['mention'],
  printNode: (node, printer) => {
    const label = textAttribute(node, 'label');
    const short = label !== undefined && label.length <= LONGEST && !/[\r\n]/.test(label);
    if (!short) return printDirective(node);
    const text = `[${printer.assemble([{ kind: 'text', text: label, inLink: true }])}]`;
    const attributes = writeDirectiveAttributes(furtherAttributes(node, KNOWN));
    if (attributes === undefined) return undefined;
    return [{ kind: 'guarded', text: `:mention${text}${attributes}` }];
  },
  reads: ['textDirective'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'textDirective' || node.name !== 'mention') return undefined;
    const attributes = readDirectiveAttributes(node.attributes ?? {});
    const [only, more] = node.children;
    if (more !== undefined || (only !== undefined && only.type !== 'text')) return undefined;
    const label = reader.source(node).startsWith(':mention[') ? { label: only?.value ?? '' } : {};
    return { nodes: [withMarks({ type: 'mention', attrs: { ...attributes, ...label } }, marks)], count: 1 };
  },
  examples: [
    {
      name: 'mention',
      markdown: 'hi :mention[Ann B]{id="u1"}',
      tiptap: [paragraph('hi ', { type: 'mention', attrs: { id: 'u1', label: 'Ann B' } })],
    },
    {
      name: 'mention with quotes',
      markdown: ':mention[A "x" \\]]{id="u&quot;1"}',
      tiptap: [paragraph({ type: 'mention', attrs: { id: 'u"1', label: 'A "x" ]' } })],
    },
  ],
};
