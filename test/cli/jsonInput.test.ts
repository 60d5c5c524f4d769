import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberSource, parseJson } from '../../server/src/cli/jsonInput.js';

suite('jsonInput', () => {
  test('reads what JSON.parse reads, behind a byte order mark too', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.deepEqual(parseJson(text), JSON.parse(text));
        assert.deepEqual(parseJson(`\ufeff${text}`), JSON.parse(text));
      }),
    );
  });

  for (const [name, text, code] of [
    ['text', 'text', 'invalid-json'],
    ['nothing', '', 'invalid-json'],
    ['a string without end', '"a\\"', 'invalid-json'],
    ['lists without end', '['.repeat(1_000_000), 'conversion-too-deep'],
    ['lists a million deep', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'conversion-too-deep'],
    [
      'objects a million deep',
      `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`,
      'conversion-too-deep',
    ],
  ] as const) {
    test(`refuses ${name}`, () => {
      assert.throws(() => parseJson(text), { code });
    });
  }

  test('brackets in texts do not nest', () => {
    const text = JSON.stringify({ a: '['.repeat(5000), 'b"[': `\\"${'{'.repeat(5000)}` });
    assert.deepEqual(parseJson(text), JSON.parse(text));
  });

  for (const [text, source] of [
    ['{"id":12345678901234567890}', '12345678901234567890'],
    ['{ "id" : -0.10e400 }', '-0.10e400'],
    ['{"id":1,"id":2e99}', '2e99'],
    ['{"a":{"id":1e99},"b":["id",{"id":2e99}],"i\\u0064":3e99,"c":"\\"id\\":4e99"}', '3e99'],
    ['{"id":"1"}', undefined],
    ['{"a":1}', undefined],
  ] as const) {
    test(`the id of ${text} is written ${String(source)}`, () => {
      assert.equal(numberSource(text, 'id'), source);
    });
  }
});
