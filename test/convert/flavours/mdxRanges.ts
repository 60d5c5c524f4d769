import { fromMarkdown, type CompileContext, type Extension, type Token } from 'mdast-util-from-markdown';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Nodes } from 'mdast';
import { parse } from '../../../server/src/convert/parse/parse.js';
import { endOf, startOf } from '../../../server/src/convert/read/span.js';

const TOKENS = [
  'mdxJsxFlowTag',
  'mdxJsxTextTag',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;

/** Which characters of a text are MDX's own, by MDX's own parser; undefined when it refuses the text. */
export function judgedMask(text: string): string | undefined {
  const mask = new Mask(text);
  try {
    fromMarkdown(text, { extensions: [gfm(), mdxjs()], mdastExtensions: [collecting(mask)] });
  } catch {
    return undefined;
  }
  return mask.value;
}

/** The same by our parser. */
export function ourMask(text: string): string {
  const mask = new Mask(text);
  const visit = (node: Nodes): void => {
    // Of a foldable section's head the title is text to MDX.
    const isHead = node.type === 'html' && node.value.includes('<summary>');
    if (isHead) mask.coverTags(startOf(node), endOf(node));
    else if (node.type === 'verbatim' || node.type === 'inlineVerbatim' || node.type === 'html')
      mask.cover(startOf(node), endOf(node));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parse(text, { syntax: { gitbook: false, mdx: true } }));
  return mask.value;
}

/** A text in which every covered character but white space and what containers begin lines with is a block. */
class Mask {
  readonly #chars: string[];

  constructor(text: string) {
    this.#chars = text.split('');
  }

  cover(from: number, to: number): void {
    for (let at = from; at < to; at += 1) if (/[^\s>]/.test(this.#chars[at] ?? ' ')) this.#chars[at] = '█';
  }

  coverTags(from: number, to: number): void {
    for (const { 0: tag, index } of this.value.slice(from, to).matchAll(/<[^>]*>/g))
      this.cover(from + index, from + index + tag.length);
  }

  get value(): string {
    return this.#chars.join('');
  }
}

function collecting(mask: Mask): Extension {
  const enter = function (this: CompileContext): void {
    this.buffer();
  };
  const exit = function (this: CompileContext, token: Token): void {
    this.resume();
    mask.cover(token.start.offset, token.end.offset);
  };
  return {
    enter: Object.fromEntries(TOKENS.map((name) => [name, enter])),
    exit: Object.fromEntries(TOKENS.map((name) => [name, exit])),
  };
}
