import assert from 'node:assert/strict';
import { isIdentical, sameJson } from '../../server/src/convert/isIdentical.js';
import type { Json } from '../../server/src/convert/tiptap.js';

suite('sameJson', () => {
  for (const [name, a, b, same] of [
    ['numbers', 1, 1, true],
    ['a number and a text', 1, '1', false],
    ['null and an object', null, {}, false],
    ['lists', [1, [2]], [1, [2]], true],
    ['lists of other length', [1], [1, 2], false],
    ['an empty list and an empty object', [], {}, false],
    ['objects whatever the order of their keys', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['objects with another value', { a: 1 }, { a: 2 }, false],
    ['objects with another key', { a: 1 }, { b: 1 }, false],
    ['a key that every object inherits', { toString: 1 }, { a: 1 }, false],
  ] as const satisfies readonly (readonly [string, Json, Json, boolean])[]) {
    test(`${name}: ${same ? 'the same' : 'a difference'}`, () => {
      assert.equal(sameJson(a, b), same);
      assert.equal(sameJson(b, a), same);
    });
  }
});

suite('isIdentical', () => {
  test('is told of what is no node, too', () => {
    assert.equal(isIdentical({ type: 'paragraph' }, JSON.parse('null') as { type: string }), false);
    const odd = JSON.parse('{"type":"doc","content":[null]}') as { type: string };
    assert.equal(isIdentical({ type: 'doc', content: [{ type: 'paragraph' }] }, odd), false);
  });

  test('sees attributes that are not there on one side', () => {
    assert.equal(isIdentical({ type: 'a', attrs: { b: null } }, { type: 'a' }), false);
  });
});
