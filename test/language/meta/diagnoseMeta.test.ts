import assert from 'node:assert/strict';
import { diagnoseMeta } from '../../../server/src/language/meta/diagnoseMeta.js';
import { createValidate } from '../../../server/src/language/schema/validators.js';
import { showFindings } from '../../support/showFinding.js';

const validate = createValidate();
const now = Date.UTC(2025, 0, 10);
const ids = ['6a3f4c1e-2b7d-4f08-9c55-0d1e2f3a4b5c', '1f0e9d8c-7b6a-4958-8473-625140f3e2d1'] as const;

function entry(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    gitAppName: 'Orders',
    lastCommitMessage: 'App creation',
    gitVersionId: 'c2b1a099-8877-4665-9544-332211ffeedd',
    lastpushDate: '2025-01-09T08:00:00.000Z',
    gitVersionName: 'v1',
    lastCommitUser: 'Ann Bee',
    ...changes,
  };
}

function check(value: unknown, files?: readonly string[]): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return showFindings(text, diagnoseMeta(text, { now, files }, validate));
}

suite('meta.json', () => {
  test('nothing to say about a right one', () => {
    assert.deepEqual(check({ [ids[0]]: entry(), [ids[1]]: entry({ gitAppName: 'Stock', extra: 1 }) }), []);
    assert.deepEqual(check({}), []);
  });

  test('a syntax error is at its place', () => {
    assert.deepEqual(check('{\n  "x" {}\n}'), ['error json-syntax 1:6 |{|']);
  });

  test('a missing field is told at the entry, a wrong type at the value', () => {
    const { lastpushDate, ...rest } = entry();
    assert.ok(lastpushDate);
    assert.deepEqual(check({ [ids[0]]: rest }), [`error meta-schema 1:2 |"${ids[0]}"|`]);
    assert.deepEqual(check({ [ids[0]]: entry({ gitAppName: 7 }) }), ['error meta-schema 2:18 |7|']);
    assert.deepEqual(check({ [ids[0]]: entry({ gitVersionId: 'v1' }) }), ['error meta-schema 4:20 |"v1"|']);
    assert.deepEqual(check({ [ids[0]]: entry({ lastpushDate: 'today' }) }), [
      'error meta-schema 5:20 |"today"|',
    ]);
    assert.deepEqual(check({ [ids[0]]: entry({ gitVersionName: '' }) }), ['error meta-schema 6:22 |""|']);
    assert.deepEqual(check([]), ['error meta-schema 0:0 |[]|']);
  });

  test('the capital P of the API is told as the missing key it is', () => {
    const { lastpushDate, ...rest } = entry();
    const text = JSON.stringify({ [ids[0]]: { ...rest, lastPushDate: lastpushDate } }, null, 2);
    const [finding] = diagnoseMeta(text, { now, files: undefined }, validate);
    assert.equal(finding?.message, 'The key "lastpushDate" is missing.');
  });

  test('a key must be an app id, and "null" has its own finding', () => {
    assert.deepEqual(check({ Orders: entry() }), ['error meta-schema 1:2 |"Orders"|']);
    assert.deepEqual(check({ null: entry() }), ['error meta-key-null 1:2 |"null"|']);
  });

  test('the same name twice, and names that differ in case alone', () => {
    assert.deepEqual(check({ [ids[0]]: entry(), [ids[1]]: entry() }), [
      'error meta-name-duplicate 10:18 |"Orders"|',
    ]);
    assert.deepEqual(check({ [ids[0]]: entry(), [ids[1]]: entry({ gitAppName: 'orders' }) }), [
      'warning meta-name-case 10:18 |"orders"|',
    ]);
  });

  test('a push in the future, but not by the clocks of a time zone', () => {
    assert.deepEqual(check({ [ids[0]]: entry({ lastpushDate: '2025-02-01T00:00:00.000Z' }) }), [
      'warning meta-date-future 5:20 |"2025-02-01T00:00:00.000Z"|',
    ]);
    assert.deepEqual(check({ [ids[0]]: entry({ lastpushDate: '2025-01-10T13:00:00.000Z' }) }), []);
  });

  test('entries and folders belong together', () => {
    const meta = { [ids[0]]: entry() };
    assert.deepEqual(check(meta, ['Orders/v1.json']), []);
    assert.deepEqual(check(meta, ['Orders/Orders.json']), []);
    assert.deepEqual(check(meta, []), ['warning meta-folder-missing 2:18 |"Orders"|']);
    assert.deepEqual(check(meta, ['Orders/v2.json']), ['warning meta-version-mismatch 6:22 |"v1"|']);
    assert.deepEqual(check(meta, ['Orders/v1.json', 'Stock/v1.json']), [
      'warning meta-entry-missing 0:0 |{|',
    ]);
  });

  test('a key that occurs twice', () => {
    const one = JSON.stringify(entry());
    assert.deepEqual(check(`{"${ids[0]}":${one},\n"${ids[0]}":${one}}`), [
      `error json-duplicate-key 1:0 |"${ids[0]}"|`,
    ]);
  });
});
