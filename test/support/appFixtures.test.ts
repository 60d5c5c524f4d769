import assert from 'node:assert/strict';
import type { Json } from '../../server/src/convert/tiptap.js';
import { appFixture, fileEras, largeAppFixture } from './appFixtures.js';
import { appOf, danglingIds, entities, repeatedIds } from './appLint.js';
import {
  appRepository,
  caseClashRepository,
  danglingQueryRepository,
  duplicateNameRepository,
  eraERepository,
  nullIdRepository,
  strayRepository,
} from './appRepositories.js';

const metaOf = (files: ReadonlyMap<string, string>): Record<string, { readonly gitAppName: string }> =>
  JSON.parse(files.get('.meta/meta.json') ?? '') as Record<string, { readonly gitAppName: string }>;

suite('app fixtures', () => {
  for (const era of fileEras) {
    test(`era ${era}: sound, the same bytes each time, no final newline`, () => {
      const app = appFixture(era, { table: era !== 'A', components: 20 });
      assert.deepEqual(danglingIds(app.json), []);
      assert.deepEqual(repeatedIds(app.json), []);
      assert.equal(app.text, appFixture(era, { table: era !== 'A', components: 20 }).text);
      assert.equal(JSON.stringify(JSON.parse(app.text), null, 2), app.text);
      assert.deepEqual(appOf(app.json)['editingVersion'], entities(appOf(app.json), 'appVersions')[0]);
    });

    test(`era ${era}: a new version keeps the app's id and gets new ids`, () => {
      const [first, second] = ['v1', 'v2'].map((versionName) => appFixture(era, { versionName }));
      assert.equal(first?.id, second?.id);
      assert.notEqual(first?.versionId, second?.versionId);
      const queries = [first, second].map((app) => entities(appOf(app!.json), 'dataQueries')[0]?.['id']);
      assert.notEqual(queries[0], queries[1]);
    });
  }

  test('eras differ where ToolJet differed', () => {
    const shapes = fileEras.map((era) => {
      const app = appFixture(era);
      return [
        Object.keys(app.json as object).join(' '),
        'components' in appOf(app.json),
        'modules' in appOf(app.json),
      ];
    });
    assert.deepEqual(shapes, [
      ['appV2', false, false],
      ['tooljet_database app tooljet_version', true, false],
      ['app tooljet_version', true, false],
      ['app tooljet_version', true, true],
    ]);
  });

  test('defects break exactly what they name', () => {
    const dangling = (defect: 'dangling-query' | 'dangling-data-source' | 'stale-component') =>
      danglingIds(appFixture('C', { defect }).json).map((line) =>
        line.replace(/: .*/, '').replace(/\d+/g, 'n'),
      );
    const app = '/app/n/definition/appVn';
    assert.deepEqual(dangling('dangling-query'), [`${app}/events/n/event/queryId`]);
    assert.deepEqual(dangling('stale-component'), [`${app}/events/n/sourceId`]);
    assert.deepEqual(
      dangling('dangling-data-source'),
      Array(3).fill(`${app}/dataSourceOptions/n/dataSourceId`),
    );
    assert.equal(repeatedIds(appFixture('C', { defect: 'repeated-id' }).json).length, 1);
  });

  test('the large one has 1.6 MB', () => {
    const bytes = Buffer.byteLength(largeAppFixture().text);
    assert.ok(bytes >= 1_595_678 && bytes < 2_000_000, `${bytes} bytes`);
  });
});

suite('app repositories', () => {
  test('a sound one: one folder and one entry an app', () => {
    const files = appRepository([appFixture('B'), appFixture('C', { appName: 'Stock', versionName: 'v3' })]);
    assert.deepEqual([...files.keys()], ['Orders/v1.json', 'Stock/v3.json', '.meta/meta.json']);
    assert.deepEqual(
      Object.values(metaOf(files)).map((entry) => entry.gitAppName),
      ['Orders', 'Stock'],
    );
  });

  test('case clash, duplicate name, null id, dangling query, strays', () => {
    assert.deepEqual([...caseClashRepository().keys()].slice(0, 2), ['Test/v1.json', 'test/v1.json']);
    const duplicate = duplicateNameRepository();
    assert.equal(duplicate.size, 2);
    assert.deepEqual(
      Object.values(metaOf(duplicate)).map((entry) => entry.gitAppName),
      ['Orders', 'Orders'],
    );
    assert.ok('null' in metaOf(nullIdRepository()));
    assert.equal(
      danglingIds(JSON.parse(danglingQueryRepository().get('Orders/v1.json') ?? '') as Json).length,
      1,
    );
    assert.deepEqual(
      [...strayRepository().keys()],
      ['Orders/v1.json', 'Unlisted/v1.json', '.meta/meta.json'],
    );
  });

  test('era E: one file an entity, indexes, and the null data source when asked for', () => {
    const files = eraERepository(undefined, { folder: 'Movies', nullDataSource: true, strayKey: true });
    assert.ok(files.has('apps/Movies/Orders/app/app.json'));
    const folders = new Set(
      [...files.keys()].filter((path) => path.startsWith('apps/')).map((path) => path.split('/')[3]),
    );
    assert.deepEqual([...folders].sort(), [
      'app',
      'components',
      'dataSourceOptions',
      'dataSources',
      'environments',
      'events',
      'pages',
      'queries',
      'schema',
      'tooljet_database',
      'versions',
    ]);
    assert.ok(files.has('data-sources/null.json'));
    assert.match(
      files.get('.meta/dataSourceMeta.json') ?? '',
      /"null": \{[^}]*"contentHash": "[0-9a-f]{64}"/,
    );
    assert.match(files.get('.meta/appMeta.json') ?? '', /"lastUpdatedAt"/);
    assert.ok(!eraERepository().has('data-sources/null.json'));
  });
});
