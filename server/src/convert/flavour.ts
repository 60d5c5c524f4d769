import type { Flavour } from './conversion.js';
import type { Syntax } from './parse/ParseContext.js';

const SYNTAX: Readonly<Record<Flavour, Syntax>> = {
  md: { gitbook: false, mdx: false },
  mdx: { gitbook: false, mdx: true },
  gitbook: { gitbook: true, mdx: false },
};

/** What of Markdown's extensions is read in a flavour; in GitHub's when none is given. */
export function syntaxOf(flavour: Flavour = 'md'): Syntax {
  return SYNTAX[flavour];
}
