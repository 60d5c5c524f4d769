import {
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  BRACE_CLOSE,
  BRACE_OPEN,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  DOLLAR,
  GREATER,
  LESS,
  LINE_FEED,
  PAREN_CLOSE,
  PAREN_OPEN,
  QUOTE,
  skipBlanks,
} from '../codes.js';
import { endOfComment, endOfRegex, endOfString, isSlash, opensComment, readWord } from './scriptTokens.js';

/** What is known of a text already. */
interface Known {
  /** Where each brace, bracket and parenthesis of code that was looked at is closed, if it is. */
  readonly ends: Map<number, number | undefined>;
  /** From here on no comment is closed. */
  commentless: number;
}

/** What a part of a script stands in. */
type Frame = 'module' | 'brace' | 'paren' | 'template' | 'tag' | 'children';

/**
 * Finds where JavaScript ends that stands in MDX: it knows strings, templates, comments, regular expressions and JSX as
 * far as braces in them are concerned, and leaves all else to a compiler. Every part of the text is looked at once or,
 * when it could be read in several ways, a few times.
 */
export class ScriptScanner {
  readonly text: string;
  readonly #spend: (characters: number) => void;
  readonly #known: Known = { ends: new Map(), commentless: Infinity };

  /** `spend` counts the characters that are looked at. */
  constructor(text: string, spend: (characters: number) => void) {
    this.text = text;
    this.#spend = spend;
  }

  /** The end of the expression in braces that begins at an offset; undefined when nothing closes it. */
  expressionEnd(at: number): number | undefined {
    if (!this.#known.ends.has(at)) this.#scan(at, 'brace');
    return this.#known.ends.get(at);
  }

  /** The end of a module's statements: the last line before a blank line at which nothing is open; else undefined. */
  moduleEnd(at: number): number | undefined {
    return this.#scan(at, 'module');
  }

  #scan(from: number, outer: 'brace' | 'module'): number | undefined {
    const run = new ScriptRun(this.text, this.#known);
    const end = outer === 'brace' ? run.expression(from) : run.module(from);
    run.giveUp();
    this.#spend(run.at - from);
    return end;
  }
}

/** One pass over a script. */
class ScriptRun {
  readonly #text: string;
  readonly #known: Known;
  readonly #frames: Frame[] = [];
  /** Where each frame was opened. */
  readonly #opened: number[] = [];
  #at = 0;
  /** A value stands in front: a slash divides it, and `<` compares it. */
  #value = false;

  constructor(text: string, known: Known) {
    this.#text = text;
    this.#known = known;
  }

  expression(from: number): number | undefined {
    this.#at = from;
    this.#open('brace');
    while (this.#frames.length > 0) if (this.#at >= this.#text.length || !this.#step()) return undefined;
    return this.#at;
  }

  module(from: number): number | undefined {
    const text = this.#text;
    this.#at = from - 1;
    this.#open('module');
    while (this.#at < text.length) {
      if (
        this.#frames.length === 1 &&
        text.charCodeAt(this.#at) === LINE_FEED &&
        endsParagraph(text, this.#at)
      )
        return this.#at;
      if (!this.#step()) return undefined;
    }
    return this.#frames.length === 1 ? text.length : undefined;
  }

  get at(): number {
    return this.#at;
  }

  /** What is still open has no end. */
  giveUp(): void {
    this.#frames.forEach((frame, index) => {
      if (frame === 'brace' || frame === 'paren') this.#known.ends.set(this.#opened[index] ?? 0, undefined);
    });
  }

  /** Reads on; false when the text is no script. */
  #step(): boolean {
    const top = this.#top;
    if (top === 'template') return this.#template();
    if (top === 'tag') return this.#tag();
    return top === 'children' ? this.#children() : this.#code();
  }

  #open(frame: Frame, length = 1): true {
    this.#frames.push(frame);
    this.#opened.push(this.#at);
    this.#at += length;
    this.#value = false;
    return true;
  }

  #close(length = 1): true {
    const frame = this.#frames.pop();
    const from = this.#opened.pop() ?? 0;
    this.#at += length;
    this.#value = true;
    if (frame === 'brace' || frame === 'paren') this.#known.ends.set(from, this.#at);
    return true;
  }

  #skip(length = 1): true {
    this.#at += length;
    return true;
  }

  /** Goes to the end of a value; false when it has none. */
  #goTo(end: number | undefined, value: boolean): boolean {
    if (end === undefined) return false;
    this.#at = end;
    this.#value = value;
    return true;
  }

  #code(): boolean {
    const text = this.#text;
    const at = this.#at;
    const code = text.charCodeAt(at);
    switch (code) {
      case BRACE_OPEN:
        return this.#bracket('brace');
      case BRACE_CLOSE:
        return this.#top === 'brace' && this.#close();
      case PAREN_OPEN:
      case BRACKET_OPEN:
        return this.#bracket('paren');
      case PAREN_CLOSE:
      case BRACKET_CLOSE:
        return this.#top === 'paren' && this.#close();
      case QUOTE:
      case APOSTROPHE:
        return this.#goTo(endOfString(text, at), true);
      case BACKTICK:
        return this.#open('template');
      case LESS:
        return this.#value ? this.#operator() : this.#element();
    }
    if (isSlash(code)) {
      if (opensComment(text, at)) return this.#goTo(this.#commentEnd(), this.#value);
      return this.#value ? this.#operator() : this.#goTo(endOfRegex(text, at), true);
    }
    const word = readWord(text, at);
    if (word !== undefined) return this.#goTo(word.to, word.isValue);
    return code <= 32 ? this.#skip() : this.#operator();
  }

  /** Comments that nothing closes are looked for once. */
  #commentEnd(): number | undefined {
    const known = this.#known;
    const line = this.#text.charAt(this.#at + 1) === '/';
    if (!line && this.#at >= known.commentless) return undefined;
    const end = endOfComment(this.#text, this.#at);
    if (end === undefined) known.commentless = this.#at;
    return end;
  }

  get #top(): Frame | undefined {
    return this.#frames[this.#frames.length - 1];
  }

  /** What opens a part whose end is known needs no second look. */
  #bracket(frame: 'brace' | 'paren'): boolean {
    if (!this.#known.ends.has(this.#at)) return this.#open(frame);
    return this.#goTo(this.#known.ends.get(this.#at), true);
  }

  #operator(): true {
    const char = this.#text.charAt(this.#at);
    // What `++` stands behind is still a value.
    if ((char === '+' || char === '-') && this.#text.charAt(this.#at + 1) === char) return this.#skip(2);
    this.#value = false;
    return this.#skip();
  }

  #element(): boolean {
    const next = this.#text.charCodeAt(this.#at + 1);
    if (next === GREATER) return this.#open('children', 2);
    return readWord(this.#text, this.#at + 1) === undefined ? this.#operator() : this.#open('tag');
  }

  #template(): boolean {
    const text = this.#text;
    const code = text.charCodeAt(this.#at);
    if (code === BACKTICK) return this.#close();
    if (code === BACKSLASH) return this.#skip(2);
    if (code !== DOLLAR || text.charCodeAt(this.#at + 1) !== BRACE_OPEN) return this.#skip();
    this.#skip();
    return this.#bracket('brace');
  }

  #tag(): boolean {
    const text = this.#text;
    const at = this.#at;
    const code = text.charCodeAt(at);
    if (code === BRACE_OPEN) return this.#bracket('brace');
    if (code === LESS) return false;
    if (code === QUOTE || code === APOSTROPHE) {
      const end = text.indexOf(text.charAt(at), at + 1);
      return this.#goTo(end === -1 ? undefined : end + 1, false);
    }
    if (code === GREATER) {
      this.#frames[this.#frames.length - 1] = 'children';
      return this.#skip();
    }
    return isSlash(code) && text.charCodeAt(at + 1) === GREATER ? this.#close(2) : this.#skip();
  }

  #children(): boolean {
    const text = this.#text;
    const code = text.charCodeAt(this.#at);
    if (code === BRACE_OPEN) return this.#bracket('brace');
    if (code !== LESS) return this.#skip();
    if (!isSlash(text.charCodeAt(this.#at + 1))) return this.#element();
    const end = text.indexOf('>', this.#at);
    return end !== -1 && this.#close(end + 1 - this.#at);
  }
}

/** Whether a line feed is followed by a blank line or by nothing. */
function endsParagraph(text: string, at: number): boolean {
  const next = skipBlanks(text, at + 1, text.length);
  return next === text.length || text.charCodeAt(next) === LINE_FEED;
}
