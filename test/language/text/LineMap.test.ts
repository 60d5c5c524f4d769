import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineMap } from '../../../server/src/language/text/LineMap.js';

suite('LineMap', () => {
  test('counts UTF-16 units after every kind of line end', () => {
    const lines = new LineMap('a\r\nb😀c\rd\ne');
    assert.deepEqual(lines.position(0), { line: 0, character: 0 });
    assert.deepEqual(lines.position(6), { line: 1, character: 3 });
    assert.deepEqual(lines.position(8), { line: 2, character: 0 });
    assert.deepEqual(lines.position(10), { line: 3, character: 0 });
    assert.deepEqual(lines.position(11), { line: 3, character: 1 });
  });

  test('never points between the units of a CRLF, nor outside the text', () => {
    const lines = new LineMap('ab\r\ncd');
    assert.deepEqual(lines.position(3), { line: 0, character: 2 });
    assert.deepEqual(lines.position(-5), { line: 0, character: 0 });
    assert.deepEqual(lines.position(99), { line: 1, character: 2 });
    assert.equal(lines.offset({ line: 0, character: 99 }), 2);
    assert.equal(lines.offset({ line: 7, character: 0 }), 6);
  });

  test('orders the ends of a range', () => {
    assert.deepEqual(new LineMap('abc').range(3, 1), {
      start: { line: 0, character: 1 },
      end: { line: 0, character: 3 },
    });
  });

  test('offset undoes position everywhere but inside CRLF', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', 'é') });
    fc.assert(
      fc.property(text, fc.nat(60), (value, at) => {
        const offset = Math.min(at, value.length);
        const lines = new LineMap(value);
        const inside = value[offset - 1] === '\r' && value[offset] === '\n';
        assert.equal(lines.offset(lines.position(offset)), inside ? offset - 1 : offset);
      }),
    );
  });
});
