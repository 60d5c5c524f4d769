import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appFileText, readAppFile, renamedAppFile, sameApp } from '../../server/src/apps/appFile.js';
import type { Json } from '../../server/src/convert/tiptap.js';
import { AppFileError } from '../../server/src/errors/appErrors.js';
import { appV2, envelope, idMint, type AppShape } from './appFixture.js';

const shape: AppShape = { name: 'Orders', version: 'v3', texts: ['one', 'two', 'three'] };
const shapes: fc.Arbitrary<AppShape> = fc.record({
  name: fc.string({ minLength: 1 }),
  version: fc.string({ minLength: 1 }),
  texts: fc.array(fc.string(), { maxLength: 5 }),
});

suite('appFile', () => {
  test('writes two blanks a level and no newline at the end', () => {
    assert.equal(
      appFileText({ app: [1], tooljet_version: '3.5.0' }),
      '{\n  "app": [\n    1\n  ],\n  "tooljet_version": "3.5.0"\n}',
    );
  });

  test('gives the bytes back that it read', () => {
    fc.assert(
      fc.property(shapes, (any) => {
        const text = appFileText(envelope(any, idMint(1)));
        assert.equal(appFileText(readAppFile(text).envelope), text);
      }),
    );
  });

  test('another name changes the name and nothing else', () => {
    fc.assert(
      fc.property(shapes, fc.string({ minLength: 1 }), (any, name) => {
        const mint = idMint(1);
        const expected = appFileText(envelope({ ...any, name }, mint));
        assert.equal(renamedAppFile(appFileText(envelope(any, mint)), name), expected);
      }),
    );
  });

  test('reads id, name and version of a file of today', () => {
    const mint = idMint(1);
    const file = readAppFile(appFileText(envelope(shape, mint)));
    assert.equal(file.id, mint('app'));
    assert.equal(file.name, 'Orders');
    assert.deepEqual(file.version, { id: mint('version'), name: 'v3' });
    assert.equal(file.tooljetVersion, '3.5.0');
  });

  test('reads a file of 2023, which is appV2 alone', () => {
    const mint = idMint(1);
    const file = readAppFile(appFileText({ appV2: appV2(shape, mint) }));
    assert.equal(file.name, 'Orders');
    assert.equal(file.version.name, 'v3');
    assert.equal(file.tooljetVersion, undefined);
  });

  test('takes the version being edited where there are several', () => {
    const versions = [
      { id: 'a', name: 'v1' },
      { id: 'b', name: 'v2' },
    ];
    const app = { ...appV2(shape, idMint(1)), appVersions: versions };
    assert.equal(
      readAppFile(appFileText({ appV2: { ...app, editingVersion: versions[0]! } })).version.name,
      'v1',
    );
    assert.equal(readAppFile(appFileText({ appV2: { ...app, editingVersion: null } })).version.name, 'v2');
  });

  const damaged: readonly [string, string, RegExp][] = [
    ['text that is not JSON', '{"app": [', /it is not JSON/],
    ['a list', '[]', /it is not an object/],
    ['an object of something else', '{}', /neither "app" nor "appV2"/],
    ['two apps', '{"app": [{}, {}]}', /holds 2 apps/],
    ['an app without definition', '{"app": [{}]}', /app\[0\]\.definition\.appV2 is missing/],
    ['an app without id', '{"appV2": {"name": "x"}}', /appV2\.id is missing/],
    ['an app without version', '{"appV2": {"id": "x", "name": "x", "appVersions": []}}', /no version/],
    ['a template', '{"name": "x", "definition": {}, "tooljetVersion": "0.9.1"}', /a template/],
    ['endless nesting', '['.repeat(100_000), /nests deeper than 200/],
  ];
  for (const [what, text, expected] of damaged) {
    test(`refuses ${what}`, () => {
      assert.throws(
        () => readAppFile(text),
        (error) => error instanceof AppFileError && expected.test(error.message),
      );
    });
  }

  test('brackets inside text are not nesting', () => {
    const app = { ...appV2(shape, idMint(1)), icon: '["\\'.repeat(300) };
    assert.equal(readAppFile(appFileText({ appV2: app })).name, 'Orders');
  });
});

suite('sameApp', () => {
  const text = appFileText(envelope(shape, idMint(1)));

  test('ids, dates, owner, slug and the order of keys and entities do not count', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 2, max: 9 }), (any, seed) => {
        const again = envelope(any, idMint(seed));
        const app = { ...appV2(any, idMint(seed)), updatedAt: '2027-01-01T00:00:00.000Z' };
        const turned = Object.fromEntries(
          Object.entries(app)
            .reverse()
            .map(([key, value]) => [key, Array.isArray(value) ? [...(value as Json[])].reverse() : value]),
        );
        const platform = { ...again, app: [{ definition: { appV2: turned } }], tooljet_version: '3.20.0' };
        assert.ok(sameApp(appFileText(envelope(any, idMint(1))), platform));
      }),
    );
  });

  test('an envelope of today and the bare app of 2023 are the same', () => {
    assert.ok(sameApp(appFileText({ appV2: appV2(shape, idMint(1)) }), envelope(shape, idMint(2))));
  });

  test('every text counts', () => {
    fc.assert(
      fc.property(shapes, shapes, (left, right) => {
        const same = JSON.stringify(left) === JSON.stringify(right);
        assert.equal(sameApp(appFileText(envelope(left, idMint(1))), envelope(right, idMint(2))), same);
      }),
    );
  });

  test('a reference that points to another entity counts', () => {
    const app = appV2(shape, idMint(1));
    const events = (app['events'] as readonly { readonly [key: string]: Json }[]).map((event, index) =>
      index === 1 ? { ...event, sourceId: idMint(1)('app') } : event,
    );
    assert.ok(
      !sameApp(text, { ...envelope(shape, idMint(1)), app: [{ definition: { appV2: { ...app, events } } }] }),
    );
  });

  test('the name counts unless it may be any', () => {
    const renamed = envelope({ ...shape, name: 'Orders (importing)' }, idMint(2));
    assert.ok(!sameApp(text, renamed));
    assert.ok(sameApp(text, renamed, { anyName: true }));
  });

  test('a table schema counts, and no tables are an empty list', () => {
    const plain = { ...envelope(shape, idMint(1)) };
    const table = { id: idMint(3)('table'), table_name: 'orders', schema: { columns: [] } };
    assert.ok(!sameApp(text, { ...plain, tooljet_database: [table] }));
    delete (plain as Record<string, Json>)['tooljet_database'];
    assert.ok(sameApp(text, plain));
  });

  test('what is no app is not the same as one', () => {
    assert.ok(!sameApp('{', envelope(shape, idMint(1))));
    assert.ok(!sameApp(text, {}));
  });

  test('an organization that entities name is one of the ids that an instance gives anew', () => {
    const owned = (organization: string, versions: Json): Json => ({
      app: [
        {
          definition: {
            appV2: {
              id: organization.replace('0', '1'),
              name: 'Orders',
              organizationId: organization,
              appVersions: versions,
              dataQueries: ['b', 'a'].map((name, index) => ({
                id: `00000000-0000-4000-8000-00000000000${index}`,
                name,
                options: { organization_id: organization },
              })),
            },
          },
        },
      ],
      tooljet_version: '3.20.1',
    });
    const versions = [{ id: '00000000-0000-4000-8000-0000000000ff', name: 'v1' }];
    const ids = ['0aaaaaaa', '0bbbbbbb', '0ccccccc', '0ddddddd'].map(
      (start) => `${start}-0000-4000-8000-000000000000`,
    );
    for (const id of ids) {
      assert.ok(
        sameApp(appFileText(owned(id, versions)), owned('0eeeeeee-0000-4000-8000-000000000000', versions)),
      );
    }
  });
});
