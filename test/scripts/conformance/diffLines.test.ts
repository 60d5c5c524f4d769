import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines } from '../../../scripts/conformance/edits/diffLines.js';

suite('diffLines', () => {
  for (const [name, before, after, removed, added] of [
    ['nothing', 'a\nb\n', 'a\nb\n', [], []],
    ['one line', 'a\nb\nc\n', 'a\nx\nc\n', ['b\n'], ['x\n']],
    ['a new line among equal ones', 'a\n\nb\n', 'a\n\nx\n\nb\n', [], ['x\n', '\n']],
    ['two places', 'a\nb\nc\nd\n', 'x\nb\nc\ny\n', ['a\n', 'd\n'], ['x\n', 'y\n']],
    ['the last line end', 'a\nb', 'a\nb\n', ['b'], ['b\n']],
    ['everything', '', 'a\n', [], ['a\n']],
    ['line ends', 'a\r\nb\r\n', 'a\nb\r\n', ['a\r\n'], ['a\n']],
  ] as const) {
    test(`finds ${name}`, () => {
      assert.deepEqual(diffLines(before, after), { removed, added });
    });
  }

  test('finds no more lines than came or went', () => {
    const lines = fc.array(fc.constantFrom('a\n', 'b\n', '\n'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, fc.nat({ max: 12 }), fc.nat({ max: 3 }), (all, extra, at, gone) => {
        const after = [...all.slice(0, at), ...extra, ...all.slice(at + gone)];
        const { removed, added } = diffLines(all.join(''), after.join(''));
        assert.ok(removed.length <= gone && added.length <= extra.length);
        assert.equal(all.length - removed.length, after.length - added.length);
      }),
    );
  });
});
