/**
 * Prints contestedSeeds.ts anew, for when generated texts change:
 *
 *   DOCBRIDGE_CMARK_GFM=cmark-gfm node --import tsx test/convert/support/oracle/listContested.ts \
 *     > test/convert/support/oracle/contestedSeeds.ts
 */
import { canonicalHtml } from './canonicalHtml.js';
import { findCmarkGfm } from './cmarkGfm.js';
import { commonmarkJsHtml } from './commonmarkJs.js';
import { isContestedGfm } from './differences.js';
import { CORE_SEEDS, GFM_SEEDS } from './fuzzSeeds.js';
import { fuzzText, gfmFuzzText } from './fuzzText.js';

const second = findCmarkGfm();
if (second === undefined) throw new Error('DOCBRIDGE_CMARK_GFM does not name the second judge');
const core: number[] = [];
const gfm: number[] = [];
for (let seed = 0; seed < CORE_SEEDS; seed += 1) {
  const text = fuzzText(seed);
  if (canonicalHtml(commonmarkJsHtml(text)) !== canonicalHtml(second.plain(text))) core.push(seed);
}
for (let seed = 0; seed < GFM_SEEDS; seed += 1) {
  if (isContestedGfm(gfmFuzzText(seed), second)) gfm.push(seed);
}
const text = `/** Seeds of plain texts that commonmark.js and cmark-gfm read differently; made by listContested.ts. */
export const CONTESTED: ReadonlySet<number> = new Set([${core.join(', ')}]);

/** Seeds of GFM texts that the judges read differently. */
export const CONTESTED_GFM: ReadonlySet<number> = new Set([${gfm.join(', ')}]);
`;
process.stdout.write(text);
