import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Flavour } from '../../../server/src/convert/conversion.js';
import { readMarkdown } from '../../../server/src/convert/readMarkdown.js';
import { readBase } from '../../../server/src/convert/splice/readBase.js';
import { readOver } from '../../../server/src/convert/splice/readOver.js';
import { termsOf } from '../../../server/src/convert/terms.js';
import { GAPS, PIECES } from '../support/pieces.js';

const piece = fc.constantFrom(...PIECES);
const gap = fc.constantFrom(...GAPS);
const text = fc.array(fc.tuple(gap, piece), { minLength: 3, maxLength: 8 }).map((parts) =>
  parts
    .map(([between, part]) => between + part)
    .join('')
    .trimStart(),
);
const patch = fc.oneof(
  piece,
  gap,
  fc.tuple(gap, piece, gap).map((parts) => parts.join('')),
  fc.constant(''),
);

suite('reading a file over its base', () => {
  for (const flavour of ['md', 'gitbook', 'mdx'] as const satisfies readonly Flavour[]) {
    test(`gives what reading all of it gives: ${flavour}`, () => {
      let over = 0;
      fc.assert(
        fc.property(text, fc.nat(200), fc.nat(6), patch, (markdown, place, length, put) => {
          const terms = termsOf(markdown, { flavour });
          const tiptap = readMarkdown(markdown, terms).doc;
          const reading = readBase({ markdown, tiptap }, { flavour }, terms);
          const at = place % (markdown.length + 1);
          const source = markdown.slice(0, at) + put + markdown.slice(at + length);
          const read = readOver(source, reading, terms);
          if (read === undefined) return;
          const { doc, notices, frontMatter } = readMarkdown(source, terms);
          assert.deepEqual({ frontMatter: undefined, ...read }, { doc, notices, frontMatter });
          over += 1;
        }),
        { numRuns: 3000 },
      );
      assert.ok(over > 30, `${over}`);
    });
  }
});
