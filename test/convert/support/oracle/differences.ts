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
 * commonmark.js and cmark-gfm read the text's plain CommonMark differently, and when micromark reads the whole otherwise
 * than cmark-gfm (unless there is no GFM in it and commonmark.js agrees).
 */
export function gfmDifference(
  markdown: string,
  parse: (text: string) => Root,
  second?: CmarkGfm,
): Difference | undefined {
  const ours = canonicalHtml(ourHtml(markdown, parse));
  const other = canonicalHtml(ourHtml(markdown, micromarkTree));
  if (second === undefined) {
    return ours === other ? undefined : { ours, judges: other, contested: false, other };
  }
  const judges = canonicalHtml(second.gfm(markdown));
  if (ours === judges) return undefined;
  const first = canonicalHtml(commonmarkJsHtml(markdown));
  const plainAgrees = first === canonicalHtml(second.plain(markdown));
  const agreed = other === judges || (first === judges && constructsIn(markdown, parse) === 'core');
  return { ours, judges, contested: !plainAgrees || !agreed, other };
}

/** Whether the judges read GFM differently, so that nothing can be said of ours. */
export function isContestedGfm(markdown: string, second: CmarkGfm): boolean {
  const plain = canonicalHtml(second.plain(markdown));
  if (canonicalHtml(commonmarkJsHtml(markdown)) !== plain) return true;
  return canonicalHtml(ourHtml(markdown, micromarkTree)) !== canonicalHtml(second.gfm(markdown));
}
