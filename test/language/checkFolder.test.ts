import assert from 'node:assert/strict';
import { checkFolder, type CheckReader } from '../../server/src/language/checkFolder.js';
import { configurationText } from '../support/configurationText.js';

const clock = { now: () => Date.UTC(2025, 0, 1) };

function readerOf(files: Readonly<Record<string, string>>): CheckReader {
  return {
    // eslint-disable-next-line @typescript-eslint/require-await
    async *list() {
      yield* Object.keys(files);
    },
    read: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
  };
}

async function check(files: Readonly<Record<string, string>>): Promise<string[]> {
  const findings = await checkFolder(readerOf(files), { clock });
  return findings.map(({ file, code, range }) => `${file}:${range.start.line + 1} ${code}`);
}

const meta = (name: string, version: string): string =>
  JSON.stringify({
    '6a3f4c1e-2b7d-4f08-9c55-0d1e2f3a4b5c': {
      gitAppName: name,
      lastCommitMessage: 'App creation',
      gitVersionId: 'c2b1a099-8877-4665-9544-332211ffeedd',
      lastpushDate: '2024-01-09T08:00:00.000Z',
      gitVersionName: version,
      lastCommitUser: 'Ann Bee',
    },
  });

suite('checkFolder', () => {
  test('checks every document where there is no configuration', async () => {
    assert.deepEqual(
      await check({
        'z.md': '---\ntitle: 7\n---\n',
        'a/b.md': '---\ntags: x\nsulg: y\n---\n',
        'good.md': '# Fine\n',
        'notes.txt': '---\ntitle: 7\n---\n',
        'node_modules/x/README.md': '---\ntitle: 7\n---\n',
      }),
      ['a/b.md:2 tags-not-a-list', 'a/b.md:3 front-matter-unknown-key', 'z.md:2 front-matter-type'],
    );
  });

  test('with a configuration, only inside the bindings, with their profiles', async () => {
    const wrong = '---\nsidebar_position: x\n---\n';
    assert.deepEqual(
      await check({
        'docbridge.json': configurationText(['docs'], { profile: 'docusaurus' }),
        'docs/a.md': wrong,
        'README.md': wrong,
        'docs2/a.md': wrong,
      }),
      ['docs/a.md:2 front-matter-type'],
    );
  });

  test('a broken configuration is a finding, and all documents are checked', async () => {
    assert.deepEqual(await check({ 'docbridge.json': '{', 'docs/a.md': '---\ntitle: 7\n---\n' }), [
      'docbridge.json:1 json-syntax',
      'docs/a.md:2 front-matter-type',
    ]);
  });

  test('finds duplicates across files, on both of them', async () => {
    const copy = '---\ntitle: t\nslug: s\ndocbridge: { id: d1 }\n---\n';
    assert.deepEqual(await check({ 'a.md': copy, 'b.md': copy, 'sub/c.md': '---\nslug: s\n---\n' }), [
      'a.md:3 slug-duplicate',
      'a.md:4 docbridge-id-duplicate',
      'b.md:3 slug-duplicate',
      'b.md:4 docbridge-id-duplicate',
    ]);
  });

  test('apps and their index', async () => {
    assert.deepEqual(
      await check({
        'apps/.meta/meta.json': meta('Orders', 'v2'),
        'apps/Orders/v1.json': '{"appV2":{}}',
        'apps/Other/tsconfig.json': '{}',
        'apps/Lost/v1.json': '{"appV2":',
      }),
      [
        'apps/.meta/meta.json:1 meta-entry-missing',
        'apps/.meta/meta.json:1 meta-version-mismatch',
        'apps/Lost/v1.json:1 json-syntax',
        ...Array.from({ length: 8 }, () => 'apps/Orders/v1.json:1 app-schema'),
      ],
    );
  });

  test('stops when it is told to', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const reader = readerOf({ 'a.md': '# A\n' });
    await assert.rejects(checkFolder(reader, { clock, signal: abort.signal }), /enough/);
  });
});
