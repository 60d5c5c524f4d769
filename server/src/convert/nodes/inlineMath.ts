import { furtherAttributes, textAttribute, withMarkup } from '../attributes.js';
import { paragraph, withMarks } from './inlineNode.js';
import type { InlineRule } from './rule.js';

const KNOWN: ReadonlySet<string> = new Set(['latex']);

/** Formulas in a line: `$x^2$`. */
export const inlineMathRule: InlineRule = {
  types: ['inlineMath'],
  printNode: (node, { written }) => {
    const latex = textAttribute(node, 'latex');
    if (latex === undefined || !/^[^\s$](?:[^\n$]*[^\s$])?$/.test(latex)) return undefined;
    const dollars = written(node)['dollars'] === 2 ? '$$' : '$';
    return Object.keys(furtherAttributes(node, KNOWN)).length > 0
      ? undefined
      : [{ kind: 'guarded', text: dollars + latex + dollars }];
  },
  reads: ['inlineMath'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'inlineMath') return undefined;
    const dollars = reader.source(node).startsWith('$$') ? 2 : undefined;
    const math = withMarkup({ type: 'inlineMath', attrs: { latex: node.value } }, { dollars });
    return { nodes: [withMarks(math, marks)], count: 1 };
  },
  examples: [
    {
      name: 'formula in a line',
      markdown: 'a $x^2_1$ b',
      tiptap: [paragraph('a ', { type: 'inlineMath', attrs: { latex: 'x^2_1' } }, ' b')],
    },
  ],
};
