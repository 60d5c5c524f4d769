import { withMarkup } from '../attributes.js';
import type { Place, Printer } from '../print/Printer.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule } from './rule.js';

const NONE: ReadonlySet<string> = new Set();
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Rules. One that opens a document must not look like front matter, one that opens an item not like a list. */
export const horizontalRuleRule: BlockRule = {
  types: ['horizontalRule'],
  print: (node, printer, place) => {
    const carried = carriedAttributes(node, NONE);
    if (carried === undefined) return undefined;
    const written = printer.written(node)['rule'];
    const usual = usualRule(printer, place);
    return afterBlock(typeof written === 'string' && RULE.test(written) ? written : usual, carried, printer);
  },
  reads: ['thematicBreak'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type !== 'thematicBreak') return undefined;
    const written = reader.source(node).trimEnd();
    const rule = { type: 'horizontalRule' };
    return { node: written === '---' ? rule : withMarkup(rule, { rule: written }), count: 1 };
  },
  examples: [
    {
      name: 'rule',
      markdown: 'a\n\n---\n\nb',
      tiptap: [paragraph('a'), { type: 'horizontalRule' }, paragraph('b')],
    },
    {
      name: 'rule at the start',
      markdown: '***\n\na',
      tiptap: [{ type: 'horizontalRule', attrs: { markup: { rule: '***' } } }, paragraph('a')],
    },
  ],
};

function usualRule(printer: Printer, { parent, siblings, index }: Place): string {
  if (parent === 'doc') return index === 0 ? '***' : printer.style.rule;
  const opens =
    index === 0 || (index === 1 && siblings[0]?.type === 'paragraph' && siblings[0].content === undefined);
  return parent === 'item' && opens ? '___' : printer.style.rule;
}
