import type { Root } from 'mdast';
import { assertLength } from '../limits.js';
import { parseMarkdown } from './parseMarkdown.js';
import { LineIndex } from './Span.js';

/**
 * The one door to Markdown's syntax: text with line feeds only and without front matter -> mdast, in which every node
 * knows its offsets. Throws ConversionTooLarge, TooDeep and TooComplex errors.
 */
export function parse(text: string): Root {
  assertLength(text);
  return parseMarkdown({
    text,
    lines: new LineIndex(text),
    syntax: { gitbook: false, mdx: false },
    definitions: new Map(),
    footnotes: new Set(),
    spend: () => undefined,
  });
}
