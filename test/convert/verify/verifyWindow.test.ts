import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dialectTraits } from '../../../server/src/convert/dialects.js';
import { readBody } from '../../../server/src/convert/read/readBody.js';
import {
  isLocalChange,
  lostBlocks,
  type WrittenBlock,
} from '../../../server/src/convert/verify/verifyWindow.js';
import { GAPS, PIECES } from '../support/pieces.js';

const TRAITS = dialectTraits();

const piece = fc.constantFrom(...PIECES);
const gap = fc.constantFrom(...GAPS);
const pieces = (least: number, most: number): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc.array(fc.tuple(gap, piece), { minLength: least, maxLength: most });

/** The blocks of a text, each with the gap above it. */
function blocksOf(text: string): readonly WrittenBlock[] {
  const { blocks } = readBody(text, TRAITS);
  return blocks.map(({ node, start, end }, index) => ({
    node,
    gap: text.slice(blocks[index - 1]?.end ?? start, start),
    text: text.slice(start, end),
  }));
}

suite('the verification of a window', () => {
  test('accepts what that of the whole document accepts, and nothing else', () => {
    const seen = { accepted: 0, refused: 0, unsure: 0 };
    fc.assert(
      fc.property(pieces(2, 8), pieces(0, 2), fc.nat(7), fc.nat(2), gap, (base, put, place, out, below) => {
        const text = base
          .map(([between, part]) => between + part)
          .join('')
          .trimStart();
        const { labels } = readBody(text, TRAITS);
        const before = blocksOf(text);
        const from = Math.min(place, before.length);
        const to = Math.min(from + out, before.length);
        const fresh = put.flatMap(([between, part]): readonly WrittenBlock[] => {
          const [only, ...more] = readBody(part, TRAITS, { known: labels }).blocks;
          if (only === undefined || more.length > 0) return [];
          return [{ node: only.node, gap: between, text: part }];
        });
        const next = before[to];
        const rest = next === undefined ? [] : [{ ...next, gap: below }, ...before.slice(to + 1)];
        const [first, ...others] = [...before.slice(0, from), ...fresh, ...rest];
        if (first === undefined || (fresh.length === 0 && from === to)) return;
        const after = [{ ...first, gap: '' }, ...others];
        const whole = lostBlocks(after, TRAITS).length === 0;
        const rawAbove = before.slice(0, from).some(({ node }) => node.type === 'rawBlock');
        if (!isLocalChange(before.slice(from, to), fresh, rawAbove)) {
          seen.unsure += 1;
          return;
        }
        const [top, ...window] = after.slice(Math.max(0, from - 1), from + fresh.length + 1);
        if (top === undefined) return;
        const shown = [{ ...top, gap: '' }, ...window];
        const lost = lostBlocks(shown, TRAITS, labels);
        // A neighbour that seems lost may be so for want of what stands beyond it: then all is read.
        if (lost.some((at) => !fresh.some(({ node }) => node === shown[at]?.node))) {
          seen.unsure += 1;
          return;
        }
        const part = lost.length === 0;
        assert.equal(part, whole, after.map((block) => `${block.gap}[${block.text}]`).join(''));
        seen[part ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 6000 },
    );
    assert.ok(seen.accepted > 500 && seen.refused > 20 && seen.unsure > 500, JSON.stringify(seen));
  });
});
