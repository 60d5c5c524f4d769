import type { LeafDirective } from 'mdast-util-directive';
import { LEAF_DIRECTIVES } from '../../carrier/directiveNames.js';
import { skipBlanks } from '../codes.js';
import { Content } from '../Content.js';
import { directiveParts } from '../inline/directive.js';
import type { BlockParser } from './BlockParser.js';
import type { Started } from './startBlock.js';

/** `::name[label]{attributes}` alone on a line, for names of ours only: prose is full of colons. */
export function startDirective(parser: BlockParser, depth: number): Started {
  const { text, next, end } = parser.cursor;
  const line = text.slice(next, end);
  const name = /^::([A-Za-z\d]+)/.exec(line)?.[1];
  if (name === undefined || !LEAF_DIRECTIVES.has(name)) return undefined;
  const parts = directiveParts(line, name.length + 2);
  if (parts === undefined || skipBlanks(line, parts.to, line.length) !== line.length) return undefined;
  parser.closeTo(depth);
  const { attributes, label } = parts;
  const node: LeafDirective = {
    type: 'leafDirective',
    name,
    attributes,
    children: [],
    position: parser.span(next, end),
  };
  if (label !== undefined && label.to > label.from) {
    parser.pending.push({ node, content: Content.slice(text, next + label.from, next + label.to) });
  }
  parser.attach(node, end);
  return 'leaf';
}
