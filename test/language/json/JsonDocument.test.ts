import assert from 'node:assert/strict';
import type { JsonDocument } from '../../../server/src/language/json/JsonDocument.js';
import { parseJson } from '../../../server/src/language/json/parseJson.js';
import { duplicateKeys } from '../../../server/src/language/json/duplicateKeys.js';
import { showFindings } from '../../support/showFinding.js';

function findingsOf(text: string): string[] {
  const parsed = parseJson(text);
  return 'findings' in parsed
    ? showFindings(text, parsed.findings)
    : showFindings(text, duplicateKeys(parsed.document));
}

function documentOf(text: string): JsonDocument {
  const parsed = parseJson(text);
  assert.ok('document' in parsed);
  return parsed.document;
}

suite('JsonDocument', () => {
  test('places syntax errors', () => {
    assert.deepEqual(findingsOf('{\n  "a": 1,\n}'), ['error json-syntax 2:0 |}|']);
    assert.deepEqual(findingsOf('{ "a" 1 }'), ['error json-syntax 0:6 |1|']);
    assert.deepEqual(findingsOf('{ "a": nope }'), ['error json-syntax 0:7 |nope|']);
    assert.equal(findingsOf('')[0], 'error json-syntax 0:0 ||');
  });

  test('finds keys that occur twice', () => {
    assert.deepEqual(findingsOf('{ "a": { "b": 1, "b": 2 }, "c": 3 }'), [
      'error json-duplicate-key 0:17 |"b"|',
    ]);
  });

  test('refuses nesting that a recursive parser would die of', () => {
    assert.deepEqual(findingsOf('['.repeat(100_000)), ['error json-depth 0:0 |[|']);
    assert.deepEqual(findingsOf('[},'.repeat(100_000)), ['error json-depth 0:0 |[|']);
  });

  test('brackets in texts are no nesting', () => {
    assert.deepEqual(findingsOf(`["${'['.repeat(1000)}\\"${'{'.repeat(1000)}"]`), []);
  });

  test('finds keys and values, or the nearest thing around', () => {
    const text = '{ "a": [ { "b": true } ] }';
    const document = documentOf(text);
    const { lines } = document;
    assert.deepEqual(document.keyRange(['a', 0, 'b']), lines.range(11, 14));
    assert.deepEqual(document.valueRange(['a', 0, 'b']), lines.range(16, 20));
    assert.deepEqual(document.valueRange(['a', 0, 'missing']), lines.range(9, 22));
    assert.deepEqual(document.keyRange(['a', 0, 'missing']), lines.range(9, 10));
    assert.deepEqual(document.keyRange([]), lines.range(0, 1));
  });
});
