import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { plainText } from './plainText.js';
import { BRACKET_OPEN, CARET, LINE_FEED, PAREN_CLOSE, PAREN_OPEN, isSpaceOrTab } from '../codes.js';
import { footnoteLabel } from '../block/footnote.js';
import { destinationAt, titleAt } from './destination.js';
import { pairDelimiters } from './emphasis.js';
import type { InlineParser } from './InlineParser.js';
import { Item, type Bracket } from './Item.js';
import { decodeText, labelEnd, normalizeLabel } from './label.js';

/** Opens what may become a link (`[`) or an image (`![`). */
export function openBracket(parser: InlineParser, image: boolean): void {
  const { at } = parser;
  const to = image ? at + 2 : at + 1;
  parser.flush(at);
  const item = new Item(at, to, image ? '![' : '[');
  parser.items.push(item);
  parser.restart(to);
  parser.at = to;
  if (parser.bracket !== undefined) parser.bracket.nested = true;
  parser.bracket = {
    item,
    image,
    delimiter: parser.delimiters.last,
    before: parser.bracket,
    active: true,
    told: false,
    nested: false,
  };
}

/** Makes a link, an image or a footnote reference of what stands before `]` (CommonMark 0.31.2, "look for link or image"). */
export function closeBracket(parser: InlineParser): boolean {
  const { bracket, text, at } = parser;
  if (bracket === undefined) return false;
  if (!bracket.active) {
    parser.bracket = bracket.before;
    return false;
  }
  const target = targetAt(parser, bracket);
  if (target !== undefined) {
    build(parser, bracket, target);
    return true;
  }
  parser.bracket = bracket.before;
  const open = bracket.item.to - 1;
  if (text.charCodeAt(open + 1) !== CARET) return false;
  return footnoteLabel(text, open, at + 1) === at && readFootnote(parser, bracket, open);
}

/** What a link or an image points at. */
type Target =
  | { readonly kind: 'resource'; readonly url: string; readonly title: string | null; readonly to: number }
  | {
      readonly kind: 'reference';
      readonly label: string;
      readonly referenceType: 'full' | 'collapsed' | 'shortcut';
      readonly to: number;
    };

function targetAt(parser: InlineParser, bracket: Bracket): Target | undefined {
  const { text, at, context } = parser;
  if (text.charCodeAt(at + 1) === PAREN_OPEN) {
    const resource = resourceAt(text, at + 1);
    if (resource !== undefined) return resource;
  }
  const close = text.charCodeAt(at + 1) === BRACKET_OPEN ? labelEnd(text, at + 1) : undefined;
  if (close !== undefined && close > at + 2) {
    const label = text.slice(at + 2, close);
    const known = context.definitions.has(normalizeLabel(label));
    return known ? { kind: 'reference', label, referenceType: 'full', to: close + 1 } : undefined;
  }
  if (bracket.nested || at - bracket.item.to > 999) return undefined;
  const label = text.slice(bracket.item.to, at);
  if (!context.definitions.has(normalizeLabel(label)) || !/[^ \t\n]/.test(label)) return undefined;
  return close === undefined
    ? { kind: 'reference', label, referenceType: 'shortcut', to: at + 1 }
    : { kind: 'reference', label, referenceType: 'collapsed', to: close + 1 };
}

/** Reads `(destination "title")`. */
function resourceAt(text: string, at: number): Target | undefined {
  const from = skipWhite(text, at + 1);
  const destination = destinationAt(text, from);
  if (destination === undefined) return undefined;
  let next = skipWhite(text, destination.to);
  let title: string | null = null;
  const written = next > destination.to ? titleAt(text, next) : undefined;
  if (written !== undefined) {
    title = decodeText(written.value);
    next = skipWhite(text, written.to);
  }
  if (text.charCodeAt(next) !== PAREN_CLOSE) return undefined;
  return { kind: 'resource', url: decodeText(destination.value), title, to: next + 1 };
}

function skipWhite(text: string, at: number): number {
  let next = at;
  while (isSpaceOrTab(text.charCodeAt(next)) || text.charCodeAt(next) === LINE_FEED) next += 1;
  return next;
}

function build(parser: InlineParser, bracket: Bracket, target: Target): void {
  const { items, at } = parser;
  const from = bracket.item.from;
  parser.flush(at);
  pairDelimiters(parser.delimiters, bracket.delimiter, items);
  const { children, depth } = items.take(bracket.item, undefined);
  items.remove(bracket.item);
  parser.bracket = bracket.before;
  parser.restart(from);
  const node = bracket.image ? imageOf(target, children) : linkOf(target, children);
  parser.add(node, from, target.to).depth = bracket.image ? 0 : depth + 1;
  if (bracket.image) return;
  // Links hold no links.
  for (let open = parser.bracket; open !== undefined && !open.told; open = open.before) {
    if (!open.image) open.active = false;
    open.told = true;
  }
}

function linkOf(target: Target, children: PhrasingContent[]): Link | LinkReference {
  if (target.kind === 'resource') return { type: 'link', title: target.title, url: target.url, children };
  const { label, referenceType } = target;
  return {
    type: 'linkReference',
    identifier: normalizeLabel(label).toLowerCase(),
    label: decodeText(label),
    referenceType,
    children,
  };
}

function imageOf(target: Target, children: readonly PhrasingContent[]): Image | ImageReference {
  const alt = plainText(children);
  if (target.kind === 'resource') return { type: 'image', title: target.title, url: target.url, alt };
  const { label, referenceType } = target;
  return {
    type: 'imageReference',
    identifier: normalizeLabel(label).toLowerCase(),
    label: decodeText(label),
    referenceType,
    alt,
  };
}

/** `[^label]` where a footnote has that label; in front of it `!` is text. */
function readFootnote(parser: InlineParser, bracket: Bracket, open: number): boolean {
  const { text, at, context } = parser;
  const label = text.slice(open + 2, at);
  if (!context.footnotes.has(normalizeLabel(label))) return false;
  const { items } = parser;
  parser.delimiters.cut(bracket.delimiter);
  items.take(bracket.item, undefined);
  items.remove(bracket.item);
  parser.restart(bracket.item.from);
  if (open > bracket.item.from) parser.flush(open);
  const identifier = normalizeLabel(label).toLowerCase();
  parser.add({ type: 'footnoteReference', identifier, label: decodeText(label) }, open, at + 1);
  return true;
}
