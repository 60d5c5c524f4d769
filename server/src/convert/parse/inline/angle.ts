import type { Link } from 'mdast';
import { isLetter } from '../codes.js';
import type { InlineParser } from './InlineParser.js';

const ADDRESS = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\u0000-\u0020<>]*)>/y;
const MAIL =
  /<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*)>/y;
const SPACE = '[ \\t]*(?:\\n[ \\t]*)?';
const ATTRIBUTE = `(?:[ \\t]+(?:\\n[ \\t]*)?|\\n[ \\t]*)[A-Za-z_:][\\w.:-]*(?:${SPACE}=${SPACE}(?:[^ \\t\\n"'=<>\`]+|'[^']*'|"[^"]*"))?`;
const TAG = new RegExp(
  `<(?:[A-Za-z][A-Za-z\\d-]*(?:${ATTRIBUTE})*${SPACE}/?|/[A-Za-z][A-Za-z\\d-]*${SPACE})>`,
  'y',
);

/** What `<` may open: an autolink (CommonMark 0.31.2, section 6.4) or raw HTML (section 6.6). */
export function readAngle(parser: InlineParser): boolean {
  const { text, at } = parser;
  const next = text.charAt(at + 1);
  if (next === '!' || next === '?') return readDeclaration(parser, next);
  if (readAutolink(parser)) return true;
  if (next !== '/' && !isLetter(text.charCodeAt(at + 1))) return false;
  const to = parser.find('>', at) === -1 ? undefined : match(TAG, text, at);
  return to === undefined ? false : addHtml(parser, to);
}

function readAutolink(parser: InlineParser): boolean {
  const { text, at } = parser;
  if (parser.find('>', at) === -1) return false;
  ADDRESS.lastIndex = at;
  const url = ADDRESS.exec(text)?.[1];
  if (url !== undefined) return addLink(parser, url, url);
  MAIL.lastIndex = at;
  const mail = MAIL.exec(text)?.[1];
  return mail === undefined ? false : addLink(parser, mail, `mailto:${mail}`);
}

function addLink(parser: InlineParser, value: string, url: string): boolean {
  const { at, items } = parser;
  const to = at + value.length + 2;
  const text = { type: 'text' as const, value, position: items.span(at + 1, to - 1) };
  const node: Link = { type: 'link', title: null, url, children: [text] };
  parser.add(node, at, to).depth = 1;
  return true;
}

/** Comments, processing instructions, declarations and CDATA sections. */
function readDeclaration(parser: InlineParser, next: string): boolean {
  const { text, at } = parser;
  if (next === '?') return readUntil(parser, '?>', at + 2);
  if (text.startsWith('<!--', at)) {
    if (text.startsWith('<!-->', at)) return addHtml(parser, at + 5);
    if (text.startsWith('<!--->', at)) return addHtml(parser, at + 6);
    return readUntil(parser, '-->', at + 4);
  }
  if (text.startsWith('<![CDATA[', at)) return readUntil(parser, ']]>', at + 9);
  return isLetter(text.charCodeAt(at + 2)) ? readUntil(parser, '>', at + 3) : false;
}

function readUntil(parser: InlineParser, end: string, from: number): boolean {
  const found = parser.find(end, from);
  return found === -1 ? false : addHtml(parser, found + end.length);
}

function addHtml(parser: InlineParser, to: number): boolean {
  const { text, at } = parser;
  parser.add({ type: 'html', value: text.slice(at, to) }, at, to);
  return true;
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
