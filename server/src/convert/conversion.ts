import type { Budget } from './budget/Budget.js';
import type { ConversionMemory } from './memory/ConversionMemory.js';
import type { Dialect, TiptapDocument } from './tiptap.js';

/** How a Markdown text is to be read. */
export type Flavour = 'md' | 'mdx' | 'gitbook';

/**
 * One construct that was carried opaquely or normalised. Positions are UTF-16 offsets into the Markdown
 * given or, from TipTap, absent with `pointer` (RFC 6901) naming the node.
 */
export interface Notice {
  /** Stable, kebab-case: `raw-html`, `opaque-node`, `mark-normalised` … */
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
  readonly pointer?: string;
}

/** What every conversion returns: nothing is ever dropped without a notice. */
export interface Conversion<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}

/** The same document in both forms, as both sides last held it. */
export interface ConversionBase {
  /** The whole file, front matter included. */
  readonly markdown: string;
  /** The document as the platform held it. */
  readonly tiptap: TiptapDocument;
}

export interface ConvertOptions {
  readonly dialect?: Dialect;
  readonly flavour?: Flavour;
  /** Unchanged blocks keep the base's bytes (to Markdown) or JSON nodes (to TipTap). */
  readonly base?: ConversionBase;
  /**
   * `extended` (default) keeps our raw atoms and attributes; `official` gives the declared downgrade that
   * a plain TipTap schema takes.
   */
  readonly schema?: 'extended' | 'official';
  /** What the call may spend; without one, steps are counted (StepBudget), so that no call runs away. */
  readonly budget?: Budget;
  /** What was read lately; saves reading again what is printed the same. */
  readonly memory?: ConversionMemory;
}

/** A Markdown file as TipTap: `frontMatter` is its exact source, fences and line end included. */
export interface TiptapFile {
  readonly doc: TiptapDocument;
  readonly frontMatter?: string;
}
