import type { PhrasingContent } from 'mdast';
import {
  AMPERSAND,
  AT,
  BACKSLASH,
  BACKTICK,
  BRACE_OPEN,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  COLON,
  DOLLAR,
  EXCLAMATION,
  LESS,
  LINE_FEED,
  SPACE,
  SMALL_W,
  STAR,
  TILDE,
  UNDERSCORE,
  isAsciiPunctuation,
  isSpaceOrTab,
} from '../codes.js';
import type { Content } from '../Content.js';
import { ScriptScanner } from '../mdx/ScriptScanner.js';
import type { ParseContext } from '../ParseContext.js';
import type { InlineVerbatim } from '../syntaxNodes.js';
import { readAngle } from './angle.js';
import { closeBracket, openBracket } from './brackets.js';
import { readCodeSpan } from './codeSpan.js';
import { readColon } from './colon.js';
import { DelimiterStack, pairDelimiters } from './emphasis.js';
import { flankingOf } from './flanking.js';
import { Delimiter, Item, type Bracket } from './Item.js';
import { ItemList } from './ItemList.js';
import { readMail, readWww } from './literalLink.js';
import { readMath } from './math.js';
import { REFERENCE, decodeReference } from './reference.js';
import { readInlineVerbatim, readMdxTag } from './verbatim.js';

/** Characters at which text may end. */
const SPECIAL = new Uint8Array(128);
for (const code of [
  AMPERSAND,
  BACKSLASH,
  BACKTICK,
  BRACE_OPEN,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  COLON,
  DOLLAR,
  EXCLAMATION,
  LESS,
  LINE_FEED,
  STAR,
  TILDE,
  UNDERSCORE,
  AT,
]) {
  SPECIAL[code] = 1;
}

/** The inline content of one block (CommonMark 0.31.2, appendix "A parsing strategy", phase 2). */
export class InlineParser {
  readonly content: Content;
  readonly context: ParseContext;
  readonly text: string;
  readonly items: ItemList;
  readonly delimiters = new DelimiterStack();
  /** The last bracket that is still open. */
  bracket: Bracket | undefined;
  at = 0;
  /** What was looked for once and is not there from some offset on: closing sequences by name. */
  readonly missing = new Map<string, number>();
  /** Where text that was not added yet begins, and where it goes on being the same as its source. */
  #textFrom = 0;
  #plainFrom = 0;
  #value = '';
  #script: ScriptScanner | undefined;
  #failed = false;

  constructor(content: Content, context: ParseContext) {
    this.content = content;
    this.context = context;
    this.text = content.value;
    this.items = new ItemList(content, context);
  }

  parse(): PhrasingContent[] {
    const { text } = this;
    const { length } = text;
    const literal = text.includes('www.');
    while (this.at < length) {
      let next = this.at;
      for (; next < length; next += 1) {
        const code = text.charCodeAt(next);
        if (code < 128 && SPECIAL[code] === 1) break;
        if (literal && code === SMALL_W) break;
      }
      this.at = next;
      if (next === length) break;
      this.#special(text.charCodeAt(next));
    }
    if (this.#failed) return [this.#wholeAsIs()];
    this.flush(length);
    pairDelimiters(this.delimiters, undefined, this.items);
    return this.items.nodes(this.items.first).children;
  }

  /** Nothing of the content can be told for sure: all of it is kept as it is. */
  fail(): void {
    this.#failed = true;
    this.at = this.text.length;
  }

  /** What knows where scripts in the content end. */
  get script(): ScriptScanner {
    return (this.#script ??= new ScriptScanner(this.text, this.context.spend));
  }

  #wholeAsIs(): InlineVerbatim {
    const { text, items } = this;
    const position = items.span(0, text.length);
    return { type: 'inlineVerbatim', kind: 'mdx', value: text, data: { invalid: true }, position };
  }

  /** Adds the text in front of an offset; further text begins there. */
  flush(to: number): void {
    if (to > this.#textFrom) {
      const value = this.#value + this.text.slice(this.#plainFrom, to);
      this.items.push(new Item(this.#textFrom, to, value));
    }
    this.restart(to);
  }

  /** Text begins at an offset; what was not added is forgotten. */
  restart(at: number): void {
    this.#textFrom = at;
    this.#plainFrom = at;
    this.#value = '';
  }

  /** Where text that was not added yet begins. */
  get textFrom(): number {
    return this.#textFrom;
  }

  /** Where the source of the text before the current offset is the same as its value. */
  get plainFrom(): number {
    return this.#plainFrom;
  }

  /** Text whose source is other than its value. */
  replace(from: number, to: number, value: string): void {
    this.#value += this.text.slice(this.#plainFrom, from) + value;
    this.#plainFrom = to;
    this.at = to;
  }

  /** Adds a node that stands from one offset to another. */
  add(node: PhrasingContent, from: number, to: number): Item {
    this.flush(from);
    node.position = this.items.span(from, to);
    const item = new Item(from, to, '', node);
    this.items.push(item);
    this.restart(to);
    this.at = to;
    return item;
  }

  /** Where a sequence stands next; looks for a sequence that is not there once only. */
  find(sequence: string, from: number): number {
    const gone = this.missing.get(sequence);
    if (gone !== undefined && from >= gone) return -1;
    const found = this.text.indexOf(sequence, from);
    if (found === -1) this.missing.set(sequence, from);
    return found;
  }

  #special(code: number): void {
    const { at } = this;
    let taken = false;
    switch (code) {
      case LINE_FEED:
        taken = this.#lineEnd();
        break;
      case STAR:
      case UNDERSCORE:
      case TILDE:
        this.#delimiter(code);
        return;
      case BACKTICK:
        readCodeSpan(this);
        return;
      case BACKSLASH:
        taken = this.#backslash();
        break;
      case AMPERSAND:
        taken = this.#reference();
        break;
      case LESS:
        taken = this.context.syntax.mdx ? readMdxTag(this) : readAngle(this);
        break;
      case BRACKET_OPEN:
        openBracket(this, false);
        return;
      case EXCLAMATION:
        if (this.text.charCodeAt(at + 1) === BRACKET_OPEN) {
          openBracket(this, true);
          return;
        }
        break;
      case BRACKET_CLOSE:
        taken = closeBracket(this);
        break;
      case DOLLAR:
        taken = readMath(this);
        break;
      case COLON:
        taken = readColon(this);
        break;
      case AT:
        taken = readMail(this);
        break;
      case SMALL_W:
        taken = readWww(this);
        break;
      case BRACE_OPEN:
        taken = readInlineVerbatim(this);
        break;
    }
    if (!taken) this.at = at + 1;
  }

  /** Blanks in front of a line's end go; two spaces or more make a hard break. */
  #lineEnd(): boolean {
    const { text, at } = this;
    let from = at;
    while (from > this.#plainFrom && isSpaceOrTab(text.charCodeAt(from - 1))) from -= 1;
    if (from === at) return false;
    if (text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at - 2) === SPACE && at - from > 1)
      this.add({ type: 'break' }, from, at + 1);
    else this.replace(from, at, '');
    return true;
  }

  #backslash(): boolean {
    const { text, at } = this;
    const next = text.charCodeAt(at + 1);
    if (next === LINE_FEED) {
      this.add({ type: 'break' }, at, at + 2);
      return true;
    }
    if (!isAsciiPunctuation(next)) return false;
    this.replace(at, at + 2, text.charAt(at + 1));
    return true;
  }

  #reference(): boolean {
    const { text, at } = this;
    REFERENCE.lastIndex = at;
    const [source] = REFERENCE.exec(text) ?? [];
    const value = source === undefined ? undefined : decodeReference(source);
    if (source === undefined || value === undefined) return false;
    this.replace(at, at + source.length, value);
    return true;
  }

  #delimiter(char: number): void {
    const { text, at } = this;
    let to = at + 1;
    while (text.charCodeAt(to) === char) to += 1;
    this.at = to;
    if (char === TILDE && to - at > 2) return;
    const { opens, closes } = flankingOf(text, char, at, to);
    if (!opens && !closes) return;
    this.flush(at);
    const item = new Item(at, to, text.slice(at, to));
    this.items.push(item);
    this.delimiters.push(new Delimiter(item, char, opens, closes));
    this.restart(to);
  }
}
