import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchSequences } from '../../../server/src/convert/splice/matchSequences.js';

/** The length of the longest common subsequence, the plain way. */
function longest(a: string, b: string): number {
  const first = a.charAt(0);
  if (first === '') return 0;
  const at = b.indexOf(first);
  const without = longest(a.slice(1), b);
  return at === -1 ? without : Math.max(without, 1 + longest(a.slice(1), b.slice(at + 1)));
}

const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((letters) => letters.join(''));

suite('matchSequences', () => {
  test('pairs equal entries in rising order, as many as can be', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const matches = matchSequences(a.length, b.length, (x, y) => a.charAt(x) === b.charAt(y));
        for (const [x, y] of matches) assert.equal(a.charAt(x), b.charAt(y));
        for (const [index, [x, y]] of matches.entries()) {
          const before = matches[index - 1];
          assert.ok(before === undefined || (before[0] < x && before[1] < y));
        }
        assert.equal(matches.length, longest(a, b));
      }),
    );
  });

  test('stays linear where the table would be too large', () => {
    const size = 20_000;
    let calls = 0;
    const matches = matchSequences(size, size, (a, b) => {
      calls += 1;
      return a + 1 === b;
    });
    assert.equal(matches.length, size - 1);
    assert.ok(calls < size * 10);
  });
});
