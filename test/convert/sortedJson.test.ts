import assert from 'node:assert/strict';
import { sortedJson } from '../../server/src/convert/sortedJson.js';

suite('sortedJson', () => {
  test('writes keys in the order of their code units, at every depth', () => {
    assert.equal(
      sortedJson({ b: [{ d: 1, c: null }], a: 'x', B: true }),
      '{"B":true,"a":"x","b":[{"c":null,"d":1}]}',
    );
  });

  test('leaves out what is not there', () => {
    assert.equal(
      sortedJson({ type: 'text', attrs: { a: undefined } } as never),
      '{"attrs":{},"type":"text"}',
    );
  });
});
