import type { List, ListItem, Nodes, Root } from 'mdast';
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

// The text transform of autolink literals links what is escaped, so transforms are dropped.
const compilers: Extension[] = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/**
 * Third judge, by tree: mdast-util-from-markdown with GFM, without its text transforms. What it says of lists is put
 * right: a list ends where its last item does, an item where its last block does, and only blank lines between items,
 * or between blocks of an item, make them loose (CommonMark 0.31.2, section 5.3). A heading begins after the definitions
 * that stand right before it.
 */
export function micromarkTree(text: string): Root {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: compilers });
  settle(root, text);
  return root;
}

function settle(node: Nodes, text: string): void {
  if (!('children' in node)) return;
  for (const child of node.children) settle(child, text);
  const first = node.children[0];
  if (node.type === 'heading' && first?.position !== undefined && node.position !== undefined) {
    const before = text.slice(node.position.start.offset, first.position.start.offset);
    if (before.startsWith('[')) node.position.start = { ...first.position.start };
  }
  if (node.type !== 'list' && node.type !== 'listItem') return;
  const last = node.children.at(-1);
  if (last?.position !== undefined && node.position !== undefined) {
    node.position.end = { ...last.position.end };
  }
  node.spread = hasBlankBetween(node, text);
}

function hasBlankBetween({ children }: List | ListItem, text: string): boolean {
  return children.some((child, index) => {
    const end = children[index - 1]?.position?.end.offset;
    const start = child.position?.start.offset;
    return end !== undefined && start !== undefined && text.slice(end, start).split('\n').length > 2;
  });
}
