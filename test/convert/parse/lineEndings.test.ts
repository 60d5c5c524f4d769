import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainLines } from '../../../server/src/convert/parse/lineEndings.js';

suite('plainLines', () => {
  test('finds every character again in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', 'b') }), (original) => {
        const { text, toOriginal } = plainLines(original);
        assert.ok(!text.includes('\r'));
        for (let at = 0; at < text.length; at += 1) {
          const there = original.charAt(toOriginal(at));
          assert.equal(there === '\r' ? '\n' : there, text.charAt(at));
        }
        assert.equal(toOriginal(text.length), original.length);
      }),
    );
  });

  for (const [text, ending] of [
    ['a\nb', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\r\nb\n', 'mixed'],
    ['a\rb', 'mixed'],
    ['a', 'lf'],
  ] as const) {
    test(`calls ${JSON.stringify(text)} ${ending}`, () => {
      assert.equal(plainLines(text).ending, ending);
    });
  }
});
