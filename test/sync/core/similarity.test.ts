import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SimilarTexts } from '../../../server/src/sync/core/similarity.js';

const similarity = (a: string, b: string): number =>
  new SimilarTexts([['b', b]]).similarities(a).get('b') ?? 0;

suite('similarity', () => {
  test('equal texts are 1, texts without a common line 0, half the lines 0.5', () => {
    assert.equal(similarity('a\nb\n', 'b\r\na'), 1);
    assert.equal(similarity('a', 'b'), 0);
    assert.equal(similarity('a\nb', 'a\nc'), 0.5);
    assert.equal(similarity('', '\n---\n'), 0);
  });

  test('a repeated line counts as often as it stands on both sides', () => {
    assert.equal(similarity('a\na\na', 'a'), 0.5);
  });

  test('lies between 0 and 1 and does not depend on the order of the two', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b);
        assert.ok(value >= 0 && value <= 1);
        assert.equal(value, similarity(b, a));
      }),
    );
  });

  test('of one text to many is that to each alone', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, fc.array(lines, { maxLength: 5 }), (text, others) => {
        const together = new SimilarTexts(others.entries()).similarities(text);
        for (const [index, other] of others.entries()) {
          assert.equal(together.get(index) ?? 0, similarity(text, other));
        }
      }),
    );
  });
});
