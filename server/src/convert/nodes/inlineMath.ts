import { furtherAttributes, textAttribute, withMarkup } from '../attributes.js';
import { paragraph, withMarks } from './inlineNode.js';
import type { InlineRule } from './rule.js';
import { printDirective, readDirective } from './textDirective.js';

const KNOWN: ReadonlySet<string> = new Set(['latex']);

/** Formulas in a line: `$x^2$`; a directive where a dollar or a space would end one. */
export const inlineMathRule: InlineRule = {
  types: ['inlineMath'],
  printNode: (node, { written, syntax }) => {
    const latex = textAttribute(node, 'latex');
    const short = latex !== undefined && /^[^\s$](?:[^\n$]*[^\s$])?$/.test(latex);
    if (!short || Object.keys(furtherAttributes(node, KNOWN)).length > 0) return printDirective(node);
    const dollars = syntax.gitbook || written(node)['dollars'] === 2 ? '$$' : '$';
    return [{ kind: 'guarded', text: dollars + latex + dollars }];
  },
  reads: ['inlineMath', 'textDirective'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'inlineMath')
      return node === undefined ? undefined : readDirective(node, 'inlineMath', marks);
    const double = reader.traits.syntax?.gitbook !== true && reader.source(node).startsWith('$$');
    const dollars = double ? 2 : undefined;
    const math = withMarkup({ type: 'inlineMath', attrs: { latex: node.value } }, { dollars });
    return { nodes: [withMarks(math, marks)], count: 1 };
  },
  examples: [
    {
      name: 'formula as GitBook has it',
      markdown: 'so$$x^2_1$$b',
      flavour: 'gitbook',
      tiptap: [paragraph('so', { type: 'inlineMath', attrs: { latex: 'x^2_1' } }, 'b')],
    },
    {
      name: 'formula in a line',
      markdown: 'a $x^2_1$ b',
      tiptap: [paragraph('a ', { type: 'inlineMath', attrs: { latex: 'x^2_1' } }, ' b')],
    },
    {
      name: 'formula with a dollar',
      markdown: ':inlineMath{latex="x $ y"}',
      tiptap: [paragraph({ type: 'inlineMath', attrs: { latex: 'x $ y' } })],
    },
  ],
};
