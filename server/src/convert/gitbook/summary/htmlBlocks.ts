import { endOfTag } from './inline/rawHtml.js';

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';
const BLOCK = new RegExp(`^</?(?:${BLOCK_TAGS})(?:\\s|/?>|$)`, 'i');

/** What begins an HTML block, and what ends it in the line that holds it (section 4.6, kinds 1 to 5). */
const CLOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|textarea|style)(?:\s|>|$)/i, /<\/(?:script|pre|textarea|style)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/** How an HTML block ends: with a line that matches, or before a blank line. */
export type HtmlEnd = RegExp | 'blank-line';

/** How the HTML block ends that a line begins, if it begins one; `interrupts` when a paragraph would go on there. */
export function htmlBlockEnd(rest: string, interrupts: boolean): HtmlEnd | undefined {
  if (!rest.startsWith('<')) return undefined;
  const closed = CLOSED.find(([opening]) => opening.test(rest));
  if (closed !== undefined) return closed[1];
  if (BLOCK.test(rest)) return 'blank-line';
  const end = interrupts ? undefined : endOfTag(rest, 0);
  return end !== undefined && rest.slice(end).trim() === '' ? 'blank-line' : undefined;
}
