import assert from 'node:assert/strict';
import { parse } from '../../../server/src/convert/parse/parse.js';
import { findCmarkGfm } from '../support/oracle/cmarkGfm.js';
import { CONTESTED, CONTESTED_GFM } from '../support/oracle/contestedSeeds.js';
import { coreDifference, gfmDifference } from '../support/oracle/differences.js';
import { CORE_SEEDS, GFM_SEEDS } from '../support/oracle/fuzzSeeds.js';
import { fuzzText, gfmFuzzText } from '../support/oracle/fuzzText.js';

/** What micromark reads wrong, and commonmark.js and cmark-gfm read alike. */
const MISREAD_BY_MICROMARK: readonly string[] = [
  '    code\n\n2. b\n',
  '    code\n2. b\n',
  '    code\n\n-\n',
  '\ta\n1.',
  'a\n> 5. x\n',
  'a\n- 5. x\n',
  '- a\n  > 5. x\n',
  'a\n> -\n',
  'a\n* 3)',
  'b\n+ +',
  '-\t  a\n\t*',
  '1.     a\n   -',
  '   - a\n    \t>-',
  '>~~~\n\t~~~\n\t>',
  '><!A\n\t[\n\t)',
  '>\n    a\n\tb',
  '>>\n>     a\n>     b',
  '0.\n\n    a\n    b',
  '    a\n\t\t',
  '    a\n     ',
  '    a\n\n\t',
  '-\t```\n\t',
  '1. <!A\n',
  '- <?\n- <?>',
  '<pre>\n',
  '[a]:b\n[a][',
  '- a\n\n  2. b\n',
];

/** Constructs that GFM reads otherwise than its parts look. */
const GFM_TRAPS: readonly string[] = [
  '**~~a~~**b\n',
  '*a~*b',
  'www\\.x.org a\\@b.co\n',
  '|\n-|\na|b\n-|-',
  '- [ ] [a]\n\n[a]: b\n',
  '[^a]\n\n[^a]: b\n\n    c\n\nd\n',
  '| a |\n|---|\n> b\n',
];

suite('parser: as commonmark.js reads it', () => {
  const second = findCmarkGfm();

  for (const text of MISREAD_BY_MICROMARK) {
    test(`reads ${JSON.stringify(text)}`, () => assertEqualReading(coreDifference(text, parse, second)));
  }

  test(`reads ${CORE_SEEDS} generated texts of plain CommonMark`, function () {
    this.timeout(120_000);
    for (let seed = 0; seed < CORE_SEEDS; seed += 1) {
      if (CONTESTED.has(seed)) continue;
      const text = fuzzText(seed);
      assertEqualReading(coreDifference(text, parse), `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
});

suite('parser: GFM as micromark and cmark-gfm read it', () => {
  const second = findCmarkGfm();

  for (const text of GFM_TRAPS) {
    test(`reads ${JSON.stringify(text)}`, () => assertEqualReading(gfmDifference(text, parse, second)));
  }

  test(`reads ${GFM_SEEDS} generated texts of GFM`, function () {
    this.timeout(120_000);
    for (let seed = 0; seed < GFM_SEEDS; seed += 1) {
      if (CONTESTED_GFM.has(seed)) continue;
      const text = gfmFuzzText(seed);
      assertEqualReading(gfmDifference(text, parse), `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
});

function assertEqualReading(
  difference: { readonly ours: string; readonly judges: string } | undefined,
  message?: string,
): void {
  if (difference !== undefined) assert.equal(difference.ours, difference.judges, message);
}
