import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrames, writeFrames } from '../../../scripts/conformance/judge/frames.js';

suite('frames', () => {
  test('are the number of bytes, a line end and the text', () => {
    assert.equal(writeFrames(['é\n', '']).toString('utf8'), '3\né\n0\n');
  });

  test('give the texts back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        assert.deepEqual(readFrames(writeFrames(texts)), texts);
      }),
    );
  });

  for (const broken of ['5\nabc', 'x\nabc', '3', '-1\n', '\n']) {
    test(`are refused when broken: ${JSON.stringify(broken)}`, () => {
      assert.throws(() => readFrames(Buffer.from(broken)), /broken frame/);
    });
  }
});
