import type { BlockParser } from './BlockParser.js';
import type { Cursor } from './Cursor.js';
import type { Started } from './startBlock.js';

/** The first five kinds of HTML blocks: how they open and what closes them (CommonMark 0.31.2, section 4.6). */
const CLOSED: readonly { readonly open: RegExp; readonly end: RegExp }[] = [
  { open: /^<(?:script|pre|textarea|style)(?:[\s>]|$)/i, end: /<\/(?:script|pre|textarea|style)>/i },
  { open: /^<!--/, end: /-->/ },
  { open: /^<\?/, end: /\?>/ },
  { open: /^<![A-Za-z]/, end: />/ },
  { open: /^<!\[CDATA\[/, end: /\]\]>/ },
];

const BLOCK_NAMES = [
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt',
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu',
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr',
  'track|ul',
].join('|');

const BLOCK_TAG = new RegExp(`^</?(?:${BLOCK_NAMES})(?:[\\s>]|/>|$)`, 'i');
const ATTRIBUTE = '[ \\t]+[A-Za-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';
const WHOLE_TAG = new RegExp(
  `^<(?:[A-Za-z][A-Za-z\\d-]*(?:${ATTRIBUTE})*[ \\t]*/?|/[A-Za-z][A-Za-z\\d-]*[ \\t]*)>[ \\t]*$`,
);

/** An HTML block; one of the seventh kind, a tag alone on its line, does not interrupt a paragraph. */
export function startHtml(parser: BlockParser, depth: number, interrupts: boolean): Started {
  const { cursor } = parser;
  const line = cursor.text.slice(cursor.next, cursor.end);
  const closed = CLOSED.find(({ open }) => open.test(line));
  if (closed === undefined && !BLOCK_TAG.test(line) && (interrupts || !WHOLE_TAG.test(line)))
    return undefined;
  const from = cursor.next;
  parser.closeTo(depth);
  const end = closed?.end;
  parser.leaf = { kind: 'html', from: cursor.indent > 0 ? cursor.offset : from, lines: [cursor.rest()], end };
  if (isHtmlEnd(cursor, end)) parser.closeTo(parser.stack.length);
  return 'leaf';
}

/** Whether an HTML block ends in this line. */
export function isHtmlEnd(cursor: Cursor, end: RegExp | undefined): boolean {
  return end?.test(cursor.text.slice(cursor.offset, cursor.end)) === true;
}
