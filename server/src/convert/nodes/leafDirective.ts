import { furtherAttributes } from '../attributes.js';
import { LEAF_DIRECTIVES } from '../carrier/directiveNames.js';
import { readDirectiveAttributes, writeDirectiveAttributes } from '../carrier/directiveAttributes.js';
import type { BlockRule } from './rule.js';

const NONE: ReadonlySet<string> = new Set();

/** Embedded media: `::youtube{src="..."}`. */
export const leafDirectiveRule: BlockRule = {
  types: [...LEAF_DIRECTIVES],
  print: (node) => {
    if ((node.content ?? []).length > 0 || (node.marks ?? []).length > 0) return undefined;
    const attributes = writeDirectiveAttributes(furtherAttributes(node, NONE));
    return attributes === undefined ? undefined : `::${node.type}${attributes === '' ? '{}' : attributes}`;
  },
  reads: ['leafDirective'],
  read: (nodes, at) => {
    const node = nodes[at];
    if (node?.type !== 'leafDirective' || node.children.length > 0) return undefined;
    const attrs = readDirectiveAttributes(node.attributes ?? {});
    return {
      node: Object.keys(attrs).length === 0 ? { type: node.name } : { type: node.name, attrs },
      count: 1,
    };
  },
  examples: [
    {
      name: 'video',
      markdown: '::youtube{src="https://www.youtube.com/watch?v=abc" start="10"}',
      tiptap: [{ type: 'youtube', attrs: { src: 'https://www.youtube.com/watch?v=abc', start: 10 } }],
    },
    { name: 'sound', markdown: '::audio{src="a.mp3"}', tiptap: [{ type: 'audio', attrs: { src: 'a.mp3' } }] },
  ],
};
