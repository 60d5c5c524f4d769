import type { Root } from 'mdast';
import { canonicalHtml } from './canonicalHtml.js';
import { commonmarkJsHtml } from './commonmarkJs.js';
import { ourHtml } from './disagreement.js';

/** Canonical HTML of both sides where our reading of plain CommonMark differs from commonmark.js', else undefined. */
export function coreDifference(
  markdown: string,
  parse: (text: string) => Root,
): { readonly ours: string; readonly judges: string } | undefined {
  const plainOurs = ourHtml(markdown, parse);
  const plainJudges = commonmarkJsHtml(markdown);
  if (plainOurs === plainJudges) return undefined;
  const ours = canonicalHtml(plainOurs);
  const judges = canonicalHtml(plainJudges);
  return ours === judges ? undefined : { ours, judges };
}
