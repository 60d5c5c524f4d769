import type { Root } from 'mdast';
import { canonicalHtml } from './canonicalHtml.js';
import type { CmarkGfm } from './cmarkGfm.js';
import { commonmarkJsHtml } from './commonmarkJs.js';
import { constructsIn, ourHtml } from './disagreement.js';
import { micromarkTree } from './micromarkTree.js';

/** Canonical HTML of both sides; `other` is a further judge's where that one is `contested`. */
export interface Difference {
  readonly ours: string;
  readonly judges: string;
  readonly contested: boolean;
  readonly other?: string;
}

/**
 * Where our reading of plain CommonMark differs from commonmark.js', else undefined. Contested when the second judge
 * is there and reads otherwise.
 */
export function coreDifference(
  markdown: string,
  parse: (text: string) => Root,
  second?: CmarkGfm,
): Difference | undefined {
  const plainOurs = ourHtml(markdown, parse);
  const plainJudges = commonmarkJsHtml(markdown);
  if (plainOurs === plainJudges) return undefined;
  const ours = canonicalHtml(plainOurs);
  const judges = canonicalHtml(plainJudges);
  if (ours === judges) return undefined;
  const other = second === undefined ? judges : canonicalHtml(second.plain(markdown));
  return { ours, judges, contested: other !== judges, other };
}

/**
 * Where our reading of GFM differs from cmark-gfm's or, without it, from micromark's, else undefined. Contested when
 * micromark reads otherwise than cmark-gfm and, if we see no GFM in it, commonmark.js too.
 */
export function gfmDifference(
  markdown: string,
  parse: (text: string) => Root,
  second?: CmarkGfm,
): Difference | undefined {
  const ours = canonicalHtml(ourHtml(markdown, parse));
  const other = canonicalHtml(ourHtml(markdown, micromarkTree));
  const judges = second === undefined ? other : canonicalHtml(second.gfm(markdown));
  if (ours === judges) return undefined;
  const plainAgrees =
    constructsIn(markdown, parse) === 'core' && canonicalHtml(commonmarkJsHtml(markdown)) === judges;
  return { ours, judges, contested: other !== judges && !plainAgrees, other };
}
