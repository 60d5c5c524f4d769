import type { Link } from 'mdast';
import {
  AMPERSAND,
  BACKSLASH,
  COLON,
  DOT,
  LESS,
  MINUS,
  UNDERSCORE,
  AT,
  isAlphanumeric,
  isAsciiPunctuation,
  isLetter,
} from '../codes.js';
import type { InlineParser } from './InlineParser.js';

const HOST = /[^\s\p{P}]/uy;
/** What ends an address; cmark-gfm looks at ASCII alone. */
const WHITE_SPACE = /[ \t\n\v\f\r]/;
const SLASH = 47;
const SCHEMES: readonly string[] = ['http', 'https', 'ftp'];
/** Characters in front of which `www.` may stand. */
const BEFORE_WWW: ReadonlySet<string> = new Set(['*', '_', '~', '(']);
/** With so many dots a host is taken whatever underscores it has, as cmark-gfm does. */
const MANY_DOTS = 10;

/** An address that begins with a scheme (GFM autolinks, extended url autolink), read from its colon. */
export function readUrl(parser: InlineParser): boolean {
  const { text, at } = parser;
  if (text.charCodeAt(at + 1) !== SLASH || text.charCodeAt(at + 2) !== SLASH || inBracket(parser))
    return false;
  let from = at;
  while (from > parser.plainFrom && isLetter(text.charCodeAt(from - 1))) from -= 1;
  if (!SCHEMES.includes(text.slice(from, at).toLowerCase()) || !isHost(text, at + 3)) return false;
  const domain = domainEnd(text, at + 3, true);
  if (domain === undefined) return false;
  return addLink(parser, from, trimmedEnd(text, from, addressEnd(text, domain)), '');
}

/** An address that begins with `www.` (GFM autolinks, extended www autolink). */
export function readWww(parser: InlineParser): boolean {
  const { text, at } = parser;
  if (!text.startsWith('www.', at) || inBracket(parser)) return false;
  const before = at === 0 ? '\n' : text.charAt(at - 1);
  if (!BEFORE_WWW.has(before) && !WHITE_SPACE.test(before)) return false;
  const domain = domainEnd(text, at, false);
  if (domain === undefined) return false;
  return addLink(parser, at, trimmedEnd(text, at, addressEnd(text, domain)), 'http://');
}

/** A mail address (GFM autolinks, extended email autolink), read from its `@`. */
export function readMail(parser: InlineParser): boolean {
  const { text, at } = parser;
  if (inBracket(parser)) return false;
  const mail = mailStart(parser);
  if (mail === undefined) return false;
  const to = mailEnd(text, at + 1, mail.slashes);
  if (to === undefined) return false;
  // Underscores of the address were taken for delimiters.
  dropDelimiters(parser, mail.from);
  return addLink(parser, mail.from, trimmedEnd(text, mail.from, to), mail.prefix);
}

interface MailStart {
  readonly from: number;
  readonly prefix: string;
  /** An XMPP address may name a resource behind a slash. */
  readonly slashes: boolean;
}

function mailStart(parser: InlineParser): MailStart | undefined {
  const { text, at } = parser;
  let from = at;
  while (from > 0 && isMailCharacter(text.charCodeAt(from - 1))) from -= 1;
  if (from === at || !isPlain(parser, from)) return undefined;
  if (text.charCodeAt(from - 1) === COLON) {
    for (const scheme of ['mailto', 'xmpp']) {
      const start = from - 1 - scheme.length;
      if (start < 0 || !text.startsWith(scheme, start) || !isPlain(parser, start)) continue;
      if (start === 0 || !isAlphanumeric(text.charCodeAt(start - 1)))
        return { from: start, prefix: '', slashes: scheme === 'xmpp' };
    }
  }
  return text.charCodeAt(from - 1) === SLASH ? undefined : { from, prefix: 'mailto:', slashes: false };
}

/** Whether what stands from an offset on is text as it was written, underscores that may be delimiters included. */
function isPlain(parser: InlineParser, from: number): boolean {
  if (parser.plainFrom !== parser.textFrom) return from >= parser.plainFrom;
  let start = parser.textFrom;
  for (let item = parser.items.last; start > from; item = item.before) {
    if (item === undefined || item.node !== undefined || item.to !== start) return false;
    if (item.value !== parser.text.slice(item.from, item.to)) return false;
    start = item.from;
  }
  return true;
}

/** Makes text behind an offset, and delimiters in it, text that was not added yet. */
function dropDelimiters(parser: InlineParser, from: number): void {
  if (from >= parser.textFrom) return;
  let start = parser.textFrom;
  while (parser.items.last !== undefined && start > from) {
    const { last } = parser.items;
    start = last.from;
    parser.items.remove(last);
    if (parser.delimiters.last?.item === last) parser.delimiters.remove(parser.delimiters.last);
  }
  parser.restart(start);
}

function mailEnd(text: string, at: number, slashes: boolean): number | undefined {
  let dots = 0;
  let to = at;
  for (; to < text.length; to += 1) {
    const code = text.charCodeAt(to);
    if (isAlphanumeric(code)) continue;
    if (code === AT) return undefined;
    if (code === DOT && isAlphanumeric(text.charCodeAt(to + 1))) dots += 1;
    else if (!(code === SLASH && slashes) && code !== MINUS && code !== UNDERSCORE) break;
  }
  const last = text.charCodeAt(to - 1);
  return dots > 0 && (isLetter(last) || last === DOT) ? to : undefined;
}

function isMailCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === DOT || code === 43 || code === MINUS || code === UNDERSCORE;
}

/** Inside brackets, closed or not, nothing links itself. */
function inBracket({ bracket }: InlineParser): boolean {
  return bracket !== undefined;
}

/**
 * The end of a domain; undefined when there is none. A short one needs no dot, and may begin with a letter beyond ASCII;
 * as in cmark-gfm, what stands behind that is not looked at.
 */
function domainEnd(text: string, from: number, short: boolean): number | undefined {
  let dots = 0;
  let last = 0;
  let current = 0;
  if (text.charCodeAt(from) >= 128) return from + 1;
  let at = from + 1;
  for (; at < text.length - 1; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === UNDERSCORE) current += 1;
    else if (code === DOT) {
      last = current;
      current = 0;
      dots += 1;
    } else if (code !== MINUS && !isAlphanumeric(code)) break;
  }
  if ((last > 0 || current > 0) && dots <= MANY_DOTS) return undefined;
  return short || dots > 0 ? Math.min(at, text.length) : undefined;
}

/** Whether a character may stand in a host's name. */
function isHost(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code > 32 && !isAsciiPunctuation(code);
  HOST.lastIndex = at;
  return HOST.test(text);
}

function addressEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LESS && !WHITE_SPACE.test(text.charAt(at))) at += 1;
  return at;
}

/**
 * Punctuation at the end of an address is not part of it (GFM autolinks, extended autolink path validation); an address
 * has something else in it.
 */
function trimmedEnd(text: string, from: number, end: number): number {
  let to = end;
  let open = 0;
  let close = 0;
  for (let at = from; at < to; at += 1) {
    const char = text.charAt(at);
    if (char === '(') open += 1;
    else if (char === ')') close += 1;
  }
  for (;;) {
    const char = text.charAt(to - 1);
    if (char === ')') {
      if (close <= open) return to;
      close -= 1;
      to -= 1;
    } else if (/[?!.,:*_~'"]/.test(char)) {
      to -= 1;
    } else if (char === ';') {
      let start = to - 2;
      while (start > from && isLetter(text.charCodeAt(start))) start -= 1;
      to = start < to - 2 && text.charCodeAt(start) === AMPERSAND ? start : to - 1;
    } else {
      return to;
    }
  }
}

function addLink(parser: InlineParser, from: number, to: number, prefix: string): boolean {
  const value = parser.text.slice(from, to);
  const text = { type: 'text' as const, value, position: parser.items.span(from, to) };
  const node: Link = { type: 'link', title: null, url: `${prefix}${value}`, children: [text] };
  parser.add(node, from, to).depth = 1;
  return true;
}
