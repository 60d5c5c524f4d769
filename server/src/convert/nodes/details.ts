import type { Nodes } from 'mdast';
import { attribute } from '../attributes.js';
import { escapeHtml, unescapeHtml } from '../carrier/htmlText.js';
import { mdxTitle } from '../parse/mdx/htmlForm.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { plainText } from './codeBlock.js';
import { paragraph } from './inlineNode.js';
import type { BlockRule } from './rule.js';

const KNOWN: ReadonlySet<string> = new Set(['open']);
const NONE: ReadonlySet<string> = new Set();
const OPEN = /^<details( open)?>\n<summary>([^<\n]*)<\/summary>$/;

/** Foldable sections: HTML around Markdown, as GitHub shows them. */
export const detailsRule: BlockRule = {
  types: ['details'],
  print: (node, printer) => {
    const [summary, body, ...more] = node.content ?? [];
    if (summary?.type !== 'detailsSummary' || body?.type !== 'detailsContent' || more.length > 0)
      return undefined;
    const title = plainText(summary);
    const carried = carriedAttributes(node, KNOWN);
    const bare = [summary, body].every(
      (part) => Object.keys(carriedAttributes(part, NONE) ?? { no: 1 }).length === 0,
    );
    const open = attribute(node, 'open');
    if (title === undefined || carried === undefined || !bare || typeof open !== 'boolean') return undefined;
    const content = printer.blocks(body.content ?? [], 'details');
    const writtenTitle = printer.traits.syntax?.mdx === true ? mdxTitle(title) : escapeHtml(title);
    const head = `<details${open ? ' open' : ''}>\n<summary>${writtenTitle}</summary>`;
    return afterBlock(`${head}\n\n${content}${content === '' ? '' : '\n\n'}</details>`, carried, printer);
  },
  reads: ['html'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    const match = node?.type === 'html' ? OPEN.exec(node.value) : null;
    const end = match === null ? undefined : closing(nodes, at);
    if (match === null || end === undefined) return undefined;
    const title = unescapeHtml(match[2] ?? '');
    const content = reader.blocks(nodes.slice(at + 1, end));
    return {
      node: {
        type: 'details',
        ...(match[1] === undefined ? {} : { attrs: { open: true } }),
        content: [
          { type: 'detailsSummary', ...(title === '' ? {} : { content: [{ type: 'text', text: title }] }) },
          { type: 'detailsContent', content: content.length === 0 ? [{ type: 'paragraph' }] : content },
        ],
      },
      count: end - at + 1,
    };
  },
  examples: [
    {
      name: 'details',
      markdown: '<details>\n<summary>S &amp; T</summary>\n\na\n\n</details>',
      tiptap: [
        {
          type: 'details',
          content: [
            { type: 'detailsSummary', content: [{ type: 'text', text: 'S & T' }] },
            { type: 'detailsContent', content: [paragraph('a')] },
          ],
        },
      ],
    },
  ],
};

function closing(nodes: readonly Nodes[], at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type !== 'html') continue;
    if (node.value.startsWith('<details')) depth += 1;
    if (node.value === '</details>') depth -= 1;
    if (depth === 0) return index;
    // A block with both tags, or more than one, is not of our making.
    if (node.value.split('details').length > 3) return undefined;
  }
  return undefined;
}
