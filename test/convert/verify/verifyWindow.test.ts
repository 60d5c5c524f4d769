import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Flavour } from '../../../server/src/convert/conversion.js';
import { readBody } from '../../../server/src/convert/read/readBody.js';
import {
  isLocalChange,
  isTangled,
  lostBlocks,
  type WrittenBlock,
} from '../../../server/src/convert/verify/verifyWindow.js';
import { termsOf, type ConversionTerms } from '../../../server/src/convert/terms.js';
import { GAPS, PIECES } from '../support/pieces.js';

const piece = fc.constantFrom(...PIECES);
const gap = fc.constantFrom(...GAPS);
const pieces = (least: number, most: number): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc.array(fc.tuple(gap, piece), { minLength: least, maxLength: most });

/** The blocks of a text, each with the gap above it. */
function blocksOf(text: string, terms: ConversionTerms): readonly WrittenBlock[] {
  const { blocks } = readBody(text, terms);
  return blocks.map(({ node, start, end }, index) => ({
    node,
    gap: text.slice(blocks[index - 1]?.end ?? start, start),
    text: text.slice(start, end),
  }));
}

suite('the verification of a window', () => {
  for (const flavour of ['md', 'gitbook', 'mdx'] as const satisfies readonly Flavour[]) {
    test(`accepts what that of the whole document accepts, and nothing else: ${flavour}`, () => {
      const terms = termsOf('', { flavour });
      const mdx = flavour === 'mdx';
      const seen = { accepted: 0, refused: 0, unsure: 0 };
      fc.assert(
        fc.property(pieces(2, 8), pieces(0, 2), fc.nat(7), fc.nat(2), gap, (base, put, place, out, below) => {
          const text = base
            .map(([between, part]) => between + part)
            .join('')
            .trimStart();
          if (mdx && isTangled(text)) return;
          const { labels } = readBody(text, terms);
          const before = blocksOf(text, terms);
          const from = Math.min(place, before.length);
          const to = Math.min(from + out, before.length);
          const fresh = put.flatMap(([between, part]): readonly WrittenBlock[] => {
            const [only, ...more] = readBody(part, terms, { known: labels }).blocks;
            if (only === undefined || more.length > 0) return [];
            return [{ node: only.node, gap: between, text: part }];
          });
          const next = before[to];
          const rest = next === undefined ? [] : [{ ...next, gap: below }, ...before.slice(to + 1)];
          const [first, ...others] = [...before.slice(0, from), ...fresh, ...rest];
          if (first === undefined || (fresh.length === 0 && from === to)) return;
          const after = [{ ...first, gap: '' }, ...others];
          const whole = lostBlocks(after, terms).length === 0;
          const rawAbove = before.slice(0, from).some(({ node }) => node.type === 'rawBlock');
          if (!isLocalChange(before.slice(from, to), fresh, { rawAbove, mdx })) {
            seen.unsure += 1;
            return;
          }
          const [top, ...window] = after.slice(Math.max(0, from - 1), from + fresh.length + 1);
          if (top === undefined) return;
          const shown = [{ ...top, gap: '' }, ...window];
          const lost = lostBlocks(shown, terms, labels);
          // A neighbour that seems lost may be so for want of what stands beyond it: then all is read.
          if (lost.some((at) => !fresh.some(({ node }) => node === shown[at]?.node))) {
            seen.unsure += 1;
            return;
          }
          const part = lost.length === 0;
          assert.equal(part, whole, after.map((block) => `${block.gap}[${block.text}]`).join(''));
          seen[part ? 'accepted' : 'refused'] += 1;
        }),
        { numRuns: 5000 },
      );
      assert.ok(seen.accepted > 50 && seen.refused > 5 && seen.unsure > 50, JSON.stringify(seen));
    });
  }
});
