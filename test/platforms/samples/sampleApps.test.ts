import assert from 'node:assert/strict';
import { sampleContent } from '../../../server/src/platforms/embedded/samples/sampleContent.js';
import { appOf, danglingIds, entities, repeatedIds } from '../../support/appLint.js';

suite('sample apps', () => {
  const { apps } = sampleContent();

  test('are two, each with the name and slug that it is listed under', () => {
    assert.equal(apps.length, 2);
    for (const { name, slug, versionName, envelope } of apps) {
      const app = appOf(envelope);
      assert.equal(app['name'], name);
      assert.equal(app['slug'], slug);
      assert.deepEqual(
        entities(app, 'appVersions').map((version) => version['name']),
        [versionName],
      );
    }
    assert.equal(new Set(apps.map(({ slug }) => slug)).size, 2);
  });

  for (const { name, envelope } of apps) {
    const app = appOf(envelope);

    test(`${name}: of moderate size`, () => {
      const components = entities(app, 'components').length;
      const queries = entities(app, 'dataQueries').length;
      assert.ok(components >= 15 && components <= 40, `${components} components`);
      assert.ok(queries >= 2 && queries <= 4, `${queries} queries`);
      assert.ok(entities(app, 'events').length > queries);
    });

    test(`${name}: every id is defined, once`, () => {
      assert.deepEqual(danglingIds(envelope), []);
      assert.deepEqual(repeatedIds(envelope), []);
    });

    test(`${name}: components have names of their own and a place on two screens`, () => {
      const components = entities(app, 'components');
      assert.equal(new Set(components.map((component) => component['name'])).size, components.length);
      for (const component of components) {
        assert.deepEqual(
          entities(component, 'layouts').map((layout) => layout['type']),
          ['desktop', 'mobile'],
        );
      }
    });

    test(`${name}: the version that is edited is the one listed, and its home page exists`, () => {
      const [version] = entities(app, 'appVersions');
      assert.deepEqual(app['editingVersion'], version);
      assert.ok(entities(app, 'pages').some((page) => page['id'] === version?.['homePageId']));
    });

    test(`${name}: names in expressions are ids, as ToolJet stores them`, () => {
      const text = JSON.stringify(app);
      assert.doesNotMatch(text, /\{\{[^}]*\b(queries|components)\.(?![0-9a-f]{8}-)/);
      assert.match(text, /\{\{queries\.[0-9a-f]{8}-/);
    });

    test(`${name}: names in code are those of the app's queries`, () => {
      const code = entities(app, 'dataQueries').map(
        ({ options }) => (options as { readonly code?: string }).code ?? '',
      );
      const used = [...code.join('\n').matchAll(/queries\.(\w+)/g)].map(([, query]) => query);
      const known = new Set(entities(app, 'dataQueries').map((query) => query['name']));
      assert.ok(used.length > 0);
      for (const query of used) assert.ok(known.has(query ?? ''), query);
    });
  }

  test('one brings a table of its own; a file without tables has no such key', () => {
    const keys = apps.map(({ envelope }) => Object.keys(envelope as object));
    assert.deepEqual(keys, [
      ['tooljet_database', 'app', 'tooljet_version'],
      ['app', 'tooljet_version'],
    ]);
  });
});
