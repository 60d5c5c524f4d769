import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  metaText,
  readMeta,
  removeFromMeta,
  updateMeta,
  type MetaEntry,
} from '../../server/src/apps/metaFile.js';
import { MetaFileError } from '../../server/src/errors/appErrors.js';

const entry = (key: string, over: Partial<MetaEntry> = {}): MetaEntry => ({
  key,
  gitAppName: `App ${key}`,
  lastCommitMessage: 'App creation',
  gitVersionId: '080c3aed-0708-419d-a0f1-bd8b66321326',
  lastpushDate: '2026-01-02T03:04:05.678Z',
  gitVersionName: 'v1',
  lastCommitUser: 'Ann Bee',
  ...over,
});
const texts = fc.record({
  gitAppName: fc.string(),
  lastCommitMessage: fc.string(),
  gitVersionId: fc.uuid(),
  lastpushDate: fc.string(),
  gitVersionName: fc.string(),
  lastCommitUser: fc.string(),
});

suite('metaFile', () => {
  test('writes the six keys in the documented order, without a newline at the end', () => {
    const meta = updateMeta(undefined, entry('a'));
    assert.equal(
      metaText(meta),
      `{
  "a": {
    "gitAppName": "App a",
    "lastCommitMessage": "App creation",
    "gitVersionId": "080c3aed-0708-419d-a0f1-bd8b66321326",
    "lastpushDate": "2026-01-02T03:04:05.678Z",
    "gitVersionName": "v1",
    "lastCommitUser": "Ann Bee"
  }
}`,
    );
  });

  test('gives the bytes back that it read, further fields and any order included', () => {
    const files = fc.dictionary(
      fc.uuid(),
      fc.tuple(texts, fc.dictionary(fc.stringMatching(/^x\w*$/), fc.jsonValue())),
    );
    fc.assert(
      fc.property(files, fc.boolean(), (entries, turned) => {
        const objects = Object.entries(entries).map(([key, [six, further]]): [string, object] => {
          const fields = Object.entries({ ...six, ...further });
          return [key, Object.fromEntries(turned ? fields.reverse() : fields)];
        });
        const text = JSON.stringify(Object.fromEntries(objects), null, 2);
        assert.equal(metaText(readMeta(text)), text);
      }),
    );
  });

  test('an update leaves all others alone and can be read back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.uuid(), texts, { minKeys: 1 }),
        texts,
        fc.nat(),
        (entries, changed, pick) => {
          const before = readMeta(JSON.stringify(entries));
          const keys = before.entries.map(({ key }) => key);
          const key = keys[pick % keys.length]!;
          const after = readMeta(metaText(updateMeta(before, { key, ...changed })));
          assert.deepEqual(
            after.entries.find((one) => one.key === key),
            { key, ...changed },
          );
          const kept = before.entries.filter(
            (one) => one.key !== key && one.gitAppName !== changed.gitAppName,
          );
          assert.deepEqual(
            after.entries.filter((one) => one.key !== key),
            kept,
          );
        },
      ),
    );
  });

  test('a changed entry keeps its place, a new one goes to the end', () => {
    const two = updateMeta(updateMeta(undefined, entry('a')), entry('b'));
    const changed = updateMeta(two, entry('a', { gitVersionName: 'v2' }));
    assert.deepEqual(
      changed.entries.map(({ key, gitVersionName }) => `${key} ${gitVersionName}`),
      ['a v2', 'b v1'],
    );
    assert.deepEqual(
      updateMeta(two, entry('c')).entries.map(({ key }) => key),
      ['a', 'b', 'c'],
    );
  });

  test('of two apps with one name, the last to be written stays', () => {
    const two = updateMeta(updateMeta(undefined, entry('a', { gitAppName: 'Orders' })), entry('b'));
    const after = updateMeta(two, entry('c', { gitAppName: 'Orders' }));
    assert.deepEqual(
      after.entries.map(({ key }) => key),
      ['b', 'c'],
    );
  });

  test('a changed entry keeps the fields that we do not know', () => {
    const fields = { ...entry('a'), key: undefined, gitBranchName: 'main' };
    const after = updateMeta(readMeta(JSON.stringify({ a: fields })), entry('a', { gitVersionName: 'v2' }));
    assert.match(metaText(after), /"lastCommitUser": "Ann Bee",\n {4}"gitBranchName": "main"/);
  });

  test('removes one entry', () => {
    const two = updateMeta(updateMeta(undefined, entry('a')), entry('b'));
    assert.deepEqual(
      removeFromMeta(two, 'a').entries.map(({ key }) => key),
      ['b'],
    );
  });

  test('names every problem of a damaged file', () => {
    assert.throws(
      () => readMeta('{"a": 1, "b": {"gitAppName": 2}}'),
      (error) => {
        assert.ok(error instanceof MetaFileError);
        const problems = error.data['problems'] as string[];
        assert.ok(problems.includes('entry a is not an object'));
        assert.ok(problems.includes('b.gitAppName is not text'));
        assert.equal(problems.length, 7);
        return true;
      },
    );
    for (const text of ['', '[]', 'null', '{"a":']) assert.throws(() => readMeta(text), MetaFileError);
  });
});
