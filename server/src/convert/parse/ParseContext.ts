import type { Definition } from 'mdast';
import type { Parts } from './Parts.js';
import type { LineIndex } from './Span.js';

/** What of Markdown's extensions is read. */
export interface Syntax {
  /** GitBook's `{% ... %}` tags are kept as they are, and end paragraphs. */
  readonly gitbook: boolean;
  /** JSX, expressions and ESM are kept as they are; indented code, HTML and autolinks are text (MDX 3). */
  readonly mdx: boolean;
}

/** What all parts of one parsing share. */
export interface ParseContext {
  readonly text: string;
  readonly lines: LineIndex;
  readonly syntax: Syntax;
  /** The first definition of each label, normalised. */
  readonly definitions: Map<string, Pick<Definition, 'url' | 'title'>>;
  /** Normalised labels of footnotes. */
  readonly footnotes: Set<string>;
  /** Counts what the tree is made of; throws when there is too much of it. */
  readonly parts: Parts;
  /** Counts work, in characters looked at; throws when there was too much of it. */
  readonly spend: (characters: number) => void;
}
