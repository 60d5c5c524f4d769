import { tagEnd } from '../gitbook/tag.js';
import { htmlForm } from '../mdx/htmlForm.js';
import { readTag } from '../mdx/tag.js';
import type { InlineParser } from './InlineParser.js';

/** What `{` may open: a tag of GitBook or an expression of MDX, which are kept as they are. */
export function readInlineVerbatim(parser: InlineParser): boolean {
  const { text, at, context } = parser;
  if (context.syntax.mdx) return addMdx(parser, parser.script.expressionEnd(at), undefined);
  if (!context.syntax.gitbook || text.charAt(at + 1) !== '%') return false;
  const to = tagEnd(text, at);
  if (to === undefined) return false;
  parser.add({ type: 'inlineVerbatim', kind: 'gitbook', value: text.slice(at, to) }, at, to);
  return true;
}

/** What `<` may open in MDX: a tag. */
export function readMdxTag(parser: InlineParser): boolean {
  const tag = readTag(parser.script, parser.at);
  return tag === 'text' ? false : addMdx(parser, tag?.to, tag?.name);
}

/** Adds a part of MDX; one without an end makes all of the content unreadable. */
function addMdx(parser: InlineParser, to: number | undefined, tag: string | undefined): boolean {
  const { text, at } = parser;
  if (to === undefined) {
    parser.fail();
    return true;
  }
  const value = text.slice(at, to);
  const html = htmlForm(value, tag);
  if (html === undefined) parser.add({ type: 'inlineVerbatim', kind: 'mdx', value }, at, to);
  else parser.add({ type: 'html', value: html }, at, to);
  return true;
}
