import type { Span } from '../SummaryTree.js';
import { CodeSpans, codeText } from './codeSpans.js';
import { DelimiterStack, delimiterAt, type Delimiter } from './emphasis.js';
import { entityAt } from './entity.js';
import { linkTail, type LinkTail } from './linkTail.js';
import { HtmlScanner } from './rawHtml.js';
import { isPunctuation } from './unescape.js';

/** A piece of inline text: what it says, or the run of delimiters it is; HTML says nothing. */
export interface InlineToken extends Span {
  value: string | Delimiter;
  readonly html: boolean;
}

/** A link outside of any other, as offsets into the text. */
export interface InlineLink extends Span {
  readonly url: string;
  readonly urlAt: Span;
  readonly title: string | undefined;
  readonly titleAt: Span | undefined;
  readonly label: Span;
  /** The tokens of the label: from and up to (not including) these indexes. */
  readonly tokens: readonly [number, number];
  /** Whether it is an address in angle brackets. */
  readonly autolink: boolean;
}

export interface InlineScan {
  readonly tokens: readonly InlineToken[];
  readonly links: readonly InlineLink[];
}

interface Bracket extends Span {
  readonly token: number;
  readonly image: boolean;
  readonly below: Delimiter | undefined;
}

const AUTOLINK = /<[A-Za-z][A-Za-z\d.+-]{1,31}:[^<>\u0000-\u0020]*>/y;
const EMAIL_LABEL = '[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?';
const EMAIL = new RegExp(`<[\\w.!#$%&'*+/=?^\`{|}~-]+@${EMAIL_LABEL}(?:\\.${EMAIL_LABEL})*>`, 'y');
const PLAIN = /[^\\`*_[\]!<&\n]+/y;

/** Reads links and plain text of a paragraph or heading (CommonMark 0.31.2, section 6), reference links aside. */
export function scanInline(text: string): InlineScan {
  const scanner = new InlineScanner(text);
  scanner.run();
  return scanner;
}

/** What tokens say, without markup. */
export function plainText(tokens: readonly InlineToken[]): string {
  return tokens
    .map(({ value }) => (typeof value === 'string' ? value : value.char.repeat(value.left)))
    .join('');
}

class InlineScanner {
  readonly tokens: InlineToken[] = [];
  readonly links: InlineLink[] = [];
  readonly #text: string;
  readonly #html: HtmlScanner;
  readonly #code: CodeSpans;
  readonly #delimiters = new DelimiterStack();
  readonly #brackets: Bracket[] = [];
  /** Brackets below this height open no link any more, since one has been found inside of them. */
  #inactive = 0;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#html = new HtmlScanner(text);
    this.#code = new CodeSpans(text);
  }

  run(): void {
    while (this.#at < this.#text.length) this.#step(this.#text.charAt(this.#at));
    this.#delimiters.pairAbove(undefined);
  }

  #step(char: string): void {
    if (char === '\\') this.#backslash();
    else if (char === '`') this.#backticks();
    else if (char === '*' || char === '_') this.#delimiterRun(char);
    else if (char === '[') this.#openBracket(1);
    else if (char === '!' && this.#text.charAt(this.#at + 1) === '[') this.#openBracket(2);
    else if (char === ']') this.#closeBracket();
    else if (char === '<') this.#angle();
    else if (char === '&') this.#entity();
    else if (char === '\n') this.#add(this.#at + 1, ' ');
    else this.#plain();
  }

  #add(end: number, value: string | Delimiter, html = false): void {
    this.tokens.push({ start: this.#at, end, value, html });
    this.#at = end;
  }

  #plain(): void {
    PLAIN.lastIndex = this.#at;
    const length = PLAIN.exec(this.#text)?.[0].length ?? 1;
    this.#add(this.#at + length, this.#text.slice(this.#at, this.#at + length));
  }

  #backslash(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next === '\n') this.#add(this.#at + 2, ' ');
    else if (isPunctuation(next.charCodeAt(0))) this.#add(this.#at + 2, next);
    else this.#add(this.#at + 1, '\\');
  }

  #backticks(): void {
    let end = this.#at;
    while (this.#text.charAt(end) === '`') end += 1;
    const length = end - this.#at;
    const closing = this.#code.closing(end, length);
    if (closing === undefined) this.#add(end, this.#text.slice(this.#at, end));
    else this.#add(closing + length, codeText(this.#text.slice(end, closing)));
  }

  #delimiterRun(char: string): void {
    let end = this.#at;
    while (this.#text.charAt(end) === char) end += 1;
    const delimiter = delimiterAt(this.#text, this.#at, end);
    this.#add(end, delimiter);
    this.#delimiters.push(delimiter);
  }

  #openBracket(length: number): void {
    const { top } = this.#delimiters;
    const end = this.#at + length;
    this.#brackets.push({ start: this.#at, end, token: this.tokens.length, image: length === 2, below: top });
    this.#add(end, this.#text.slice(this.#at, end));
  }

  #closeBracket(): void {
    const opener = this.#brackets.pop();
    const isActive = opener?.image === true || this.#brackets.length >= this.#inactive;
    this.#inactive = Math.min(this.#inactive, this.#brackets.length);
    const tail = opener === undefined || !isActive ? undefined : linkTail(this.#text, this.#at + 1);
    if (opener === undefined || tail === undefined) {
      this.#add(this.#at + 1, ']');
      return;
    }
    this.#delimiters.pairAbove(opener.below);
    const token = this.tokens[opener.token];
    if (token !== undefined) token.value = '';
    if (!opener.image) this.#addLink(opener, tail);
    this.#add(tail.end, '');
  }

  #addLink(opener: Bracket, { url, urlAt, title, titleAt, end }: LinkTail): void {
    this.#inactive = this.#brackets.length;
    // An address in angle brackets may stand in a label; it is part of the outer link then.
    while ((this.links.at(-1)?.start ?? -1) > opener.start) this.links.pop();
    this.links.push({
      start: opener.start,
      end,
      url,
      urlAt,
      title,
      titleAt,
      label: { start: opener.end, end: this.#at },
      tokens: [opener.token + 1, this.tokens.length],
      autolink: false,
    });
  }

  #angle(): void {
    const start = this.#at;
    const isEmail = matches(EMAIL, this.#text, start);
    const end = isEmail ?? matches(AUTOLINK, this.#text, start);
    if (end === undefined) {
      const html = this.#html.end(start);
      if (html === undefined) this.#add(start + 1, '<');
      else this.#add(html, '', true);
      return;
    }
    const label = { start: start + 1, end: end - 1 };
    const address = this.#text.slice(label.start, label.end);
    const tokens = [this.tokens.length, this.tokens.length + 1] as const;
    const url = isEmail === undefined ? address : `mailto:${address}`;
    const link = { start, end, url, urlAt: label, title: undefined, titleAt: undefined, label, tokens };
    this.links.push({ ...link, autolink: true });
    this.#add(end, address);
  }

  #entity(): void {
    const entity = entityAt(this.#text, this.#at);
    if (entity === undefined) this.#add(this.#at + 1, '&');
    else this.#add(entity.end, entity.value);
  }
}

function matches(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}
