import type { TextDirective } from 'mdast-util-directive';
import { TEXT_DIRECTIVES } from '../../carrier/directiveNames.js';
import { COLON, isAlphanumeric } from '../codes.js';
import { directiveParts } from './directive.js';
import type { InlineParser } from './InlineParser.js';
import { parseInlines } from './parseInlines.js';
import { readUrl } from './literalLink.js';

const EMOJI = /:([\da-z_+-]*[a-z][\da-z_+-]*):(?![A-Za-z\d])/y;
const NAME = /:([A-Za-z\d]+)/y;

/** What a colon may stand in: an address, a directive with a name of ours, an emoji shortcode. */
export function readColon(parser: InlineParser): boolean {
  if (readUrl(parser)) return true;
  return readDirective(parser) || readEmoji(parser);
}

/** `:name:` as GitHub writes emoji, with no word character or colon beside it; one may stand right after another. */
function readEmoji(parser: InlineParser): boolean {
  const { text, at, items } = parser;
  const before = at === 0 ? 0 : text.charCodeAt(at - 1);
  const afterEmoji = parser.textFrom === at && items.last?.node?.type === 'emoji';
  if (isAlphanumeric(before) || (before === COLON && !afterEmoji)) return false;
  EMOJI.lastIndex = at;
  const value = EMOJI.exec(text)?.[1];
  if (value === undefined) return false;
  parser.add({ type: 'emoji', value }, at, at + value.length + 2);
  return true;
}

/** `:mention[label]{attributes}`: prose is full of colons, so only names of ours count. */
function readDirective(parser: InlineParser): boolean {
  const { text, at } = parser;
  if (at > 0 && text.charCodeAt(at - 1) === COLON) return false;
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  if (name === undefined || !TEXT_DIRECTIVES.has(name)) return false;
  const parts = directiveParts(text, at + name.length + 1);
  if (parts === undefined) return false;
  const { attributes, label } = parts;
  const children =
    label === undefined ? [] : parseInlines(parser.content.part(label.from, label.to), parser.context);
  const node: TextDirective = { type: 'textDirective', name, attributes, children };
  parser.add(node, at, parts.to);
  return true;
}
