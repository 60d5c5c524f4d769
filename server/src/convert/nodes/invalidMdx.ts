import { paragraph } from './inlineNode.js';
import { rawBlock } from './rawBlock.js';
import type { BlockRule } from './rule.js';

/** A paragraph that is not the MDX it should be: nothing of it can be told for sure, so it returns as it was. */
export const invalidMdxRule: BlockRule = {
  types: [],
  reads: ['paragraph'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type !== 'paragraph') return undefined;
    const [only] = node.children;
    if (only?.type !== 'inlineVerbatim' || only.data?.invalid !== true) return undefined;
    reader.notice('raw-block', 'A paragraph that is no valid MDX is carried as its source.', node);
    return { node: rawBlock(reader.source(node), 'mdx'), count: 1 };
  },
  examples: [
    {
      name: 'a brace that nothing closes',
      markdown: 'a { *b*',
      flavour: 'mdx',
      tiptap: [rawBlock('a { *b*', 'mdx')],
    },
    {
      name: 'a tag that is none',
      markdown: '- <https://e.com>',
      flavour: 'mdx',
      tiptap: [
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph(), rawBlock('<https://e.com>', 'mdx')] }],
        },
      ],
    },
  ],
};
