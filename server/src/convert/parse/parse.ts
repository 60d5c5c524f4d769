import type { Root } from 'mdast';
import { fromMarkdown, type Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import type { Extension } from 'micromark-util-types';
import { LEAF_DIRECTIVES, TEXT_DIRECTIVES } from '../carrier/directiveNames.js';
import { assertTreeDepth } from '../limits.js';
import { guardText } from './guardText.js';
import { emojiFromMarkdown, emojiText } from './emojiText.js';
import { knownDirectives } from './knownDirectives.js';
import { mathText } from './mathText.js';
import { settleLists } from './settleLists.js';

const DOLLAR = 36;
const COLON = 58;

const syntax: Extension[] = [
  gfm(),
  { flow: flowOnly(math()) },
  { text: { [DOLLAR]: mathText, [COLON]: emojiText } },
  knownDirectives(TEXT_DIRECTIVES, LEAF_DIRECTIVES),
];

// The text transform of autolink-literal links `www\.x.org` in spite of its escape, so transforms are dropped.
const compilers: FromMarkdownExtension[] = [
  ...gfmFromMarkdown(),
  mathFromMarkdown(),
  directiveFromMarkdown(),
  emojiFromMarkdown,
].map((extension) => ({ ...extension, transforms: [] }));

/**
 * The one door to Markdown's syntax: text with line feeds only and without front matter -> mdast with offsets on
 * every node. What stands behind it (micromark for now) is nobody else's business.
 * Throws ConversionTooLarge, TooDeep and TooComplex errors.
 */
export function parse(text: string): Root {
  guardText(text);
  const root = fromMarkdown(text, { extensions: syntax, mdastExtensions: compilers });
  assertTreeDepth(root);
  settleLists(root, text);
  return root;
}

function flowOnly(extension: Extension): NonNullable<Extension['flow']> {
  return extension.flow ?? {};
}
