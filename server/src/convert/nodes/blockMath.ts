import { textAttribute } from '../attributes.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { rawBlock } from './rawBlock.js';
import type { BlockRule } from './rule.js';

const KNOWN: ReadonlySet<string> = new Set(['latex']);

/** Formulas between `$$`. */
export const blockMathRule: BlockRule = {
  types: ['blockMath'],
  print: (node, printer) => {
    const latex = textAttribute(node, 'latex');
    const carried = carriedAttributes(node, KNOWN);
    if (latex === undefined || carried === undefined) return undefined;
    return afterBlock(`$$\n${latex}${latex === '' ? '' : '\n'}$$`, carried, printer);
  },
  reads: ['math'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type !== 'math') return undefined;
    const source = reader.source(node);
    if (source === `$$\n${node.value}\n$$` || source === '$$\n$$') {
      return { node: { type: 'blockMath', attrs: { latex: node.value } }, count: 1 };
    }
    reader.notice('raw-block', 'A formula in another form than ours is carried as its source.', node);
    return { node: rawBlock(source, 'raw'), count: 1 };
  },
  examples: [
    {
      name: 'formula',
      markdown: '$$\n\\int_0^1\nx\n$$',
      tiptap: [{ type: 'blockMath', attrs: { latex: '\\int_0^1\nx' } }],
    },
  ],
};
