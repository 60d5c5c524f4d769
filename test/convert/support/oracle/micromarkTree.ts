import type { Root } from 'mdast';
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

// The text transform of autolink literals links what is escaped, so transforms are dropped.
const compilers: Extension[] = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** Third judge, by tree: mdast-util-from-markdown, with GFM and without its text transforms. */
export function micromarkTree(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: compilers });
}
