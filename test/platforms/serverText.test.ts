import assert from 'node:assert/strict';
import fc from 'fast-check';
import { refusalText, serverText } from '../../server/src/platforms/serverText.js';

suite('serverText', () => {
  test('has no control or direction character and at most 200 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const plain = serverText(text);
        assert.ok(plain.length <= 200);
        assert.ok(!/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(plain));
        assert.equal(serverText(plain), plain);
      }),
    );
  });

  test('says something for every answer', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => assert.ok(refusalText(body, 418) !== '')));
    assert.equal(refusalText(undefined, 418), 'status 418');
    assert.equal(refusalText({ message: ['a', 'b'] }, 400), 'a; b');
  });
});
