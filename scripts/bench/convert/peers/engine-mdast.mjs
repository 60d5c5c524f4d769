import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export function create() {
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return { parse: (text) => fromMarkdown(text, options) };
}
