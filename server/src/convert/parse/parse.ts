import type { Root } from 'mdast';
import { assertLength } from '../limits.js';
import type { ParseContext, Syntax } from './ParseContext.js';
import { parseMarkdown } from './parseMarkdown.js';
import { Parts } from './Parts.js';
import { LineIndex } from './Span.js';

/** What a text is read with. */
export interface ParseOptions {
  readonly syntax?: Syntax | undefined;
  /** Definitions and footnotes that stand in another part of the document; their labels are known here too. */
  readonly known?: KnownLabels;
  /** Counts work, in characters looked at; throws when there was too much of it. */
  readonly spend?: ((characters: number) => void) | undefined;
}

/** Labels that a document defines, normalised as CommonMark 0.31.2, section 6.3, says. */
export type KnownLabels = Pick<Parsed, 'definitions' | 'footnotes'>;

/** A text that was read. */
export interface Parsed {
  readonly root: Root;
  readonly definitions: ParseContext['definitions'];
  readonly footnotes: ParseContext['footnotes'];
}

const PLAIN: Syntax = { gitbook: false, mdx: false };

/**
 * The one door to Markdown's syntax: text with line feeds only and without front matter -> mdast, in which every node
 * knows its offsets. Throws ConversionTooLarge, TooDeep and TooComplex errors.
 */
export function parse(text: string, options: ParseOptions = {}): Root {
  return parseText(text, options).root;
}

/** The same, with the labels that the text defines. */
export function parseText(text: string, { syntax, known, spend }: ParseOptions = {}): Parsed {
  assertLength(text);
  const definitions = new Map(known?.definitions);
  const footnotes = new Set(known?.footnotes);
  const context: ParseContext = {
    text,
    lines: new LineIndex(text),
    syntax: syntax ?? PLAIN,
    definitions,
    footnotes,
    parts: new Parts(),
    spend: spend ?? free,
  };
  return { root: parseMarkdown(context), definitions, footnotes };
}

function free(): void {
  // Nobody counts.
}
