import type { Dialect } from './tiptap.js';

/** What of a platform's schema the conversion has to know beyond names. */
export interface DialectTraits {
  /** Images stand between paragraphs (ondoki, Docmost) and not inside them. */
  readonly blockImages: boolean;
  /** A null in a link's `target` or `rel` differs from the default and has to be carried. */
  readonly explicitNulls: boolean;
}

const TRAITS: Readonly<Record<Dialect, DialectTraits>> = {
  tiptap: { blockImages: false, explicitNulls: true },
  ondoki: { blockImages: true, explicitNulls: false },
  docmost: { blockImages: true, explicitNulls: false },
  outline: { blockImages: false, explicitNulls: false },
};

/** The traits of a dialect; TipTap's own by default. */
export function dialectTraits(dialect: Dialect = 'tiptap'): DialectTraits {
  return TRAITS[dialect];
}
