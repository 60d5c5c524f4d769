import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  readFields,
  writeFields,
  type FieldChanges,
} from '../../../server/src/convert/frontMatter/fields.js';
import type { Profile } from '../../../server/src/convert/frontMatter/profiles.js';
import { readFrontMatter } from '../../../server/src/convert/frontMatter/readFrontMatter.js';

const read = (source: string, profile: Profile): unknown => readFields(readFrontMatter(source).data, profile);

const fields = {
  title: 'A: b',
  description: 'Words',
  slug: '/a',
  tags: ['x', 'z'],
  icon: 'book',
  order: 3,
  draft: true,
  created: '2024-05-01',
  aliases: ['old'],
  docbridge: { id: 'q1', source: 'p' },
} as const;

suite('fields of front matter', () => {
  for (const [profile, yaml] of [
    [
      'docbridge',
      'order: 3\ndraft: true\ncreated: "2024-05-01"\naliases: [old]\ndocbridge:\n  id: q1\n  source: p\n',
    ],
    [
      'docusaurus',
      'sidebar_position: 3\ndraft: true\ncreated: "2024-05-01"\naliases: [old]\ndocbridge:\n  id: q1\n  source: p\n',
    ],
    [
      'starlight',
      'sidebar:\n  order: 3\ndraft: true\ncreated: "2024-05-01"\naliases: [old]\ndocbridge:\n  id: q1\n  source: p\n',
    ],
    [
      'hugo',
      'weight: 3\ndraft: true\ndate: "2024-05-01"\naliases: [old]\nparams:\n  docbridge:\n    id: q1\n    source: p\n',
    ],
    [
      'gitbook',
      'order: 3\nhidden: true\ncreated: "2024-05-01"\naliases: [old]\ndocbridge:\n  id: q1\n  source: p\n',
    ],
  ] as const) {
    test(`have their names in the profile ${profile}`, () => {
      const source = writeFields(undefined, fields, profile);
      const same = 'title: "A: b"\ndescription: Words\nslug: /a\ntags: [x, z]\nicon: book\n';
      assert.equal(source, `---\n${same}${yaml}---\n`);
      assert.deepEqual(read(source, profile), fields);
      assert.equal(writeFields(source, fields, profile), source);
      const none = Object.fromEntries(Object.keys(fields).map((key) => [key, undefined]));
      assert.equal(writeFields(source, none, profile), '---\n---\n');
    });
  }

  test('leave the other keys of a map alone', () => {
    const source = '---\nsidebar: # s\n  label: "L"\n  order: 1 # o\n---\n';
    assert.equal(writeFields(source, { order: 2 }, 'starlight'), source.replace('1 #', '2 #'));
    const without = source.replace('  order: 1 # o\n', '');
    assert.equal(writeFields(source, { order: undefined }, 'starlight'), without);
    assert.equal(writeFields(without, { order: undefined }, 'starlight'), without);
    assert.equal(
      writeFields('---\nsidebar: no\n---\n', { order: undefined }, 'starlight'),
      '---\nsidebar: no\n---\n',
    );
    assert.equal(
      writeFields('---\nsidebar: no\n---\n', { order: 1 }, 'starlight'),
      '---\nsidebar: { order: 1 }\n---\n',
    );
  });

  test('of another type are absent, numbers are taken for texts', () => {
    const source =
      '---\ntitle: 2024\nslug: "  "\nicon: [a]\norder: "1"\ndraft: no\ntags: [a, 1, "", {}]\naliases: a\n';
    assert.deepEqual(read(`${source}docbridge: { id: 7 }\n---\n`, 'docbridge'), {
      title: '2024',
      tags: ['a', '1'],
    });
    assert.deepEqual(read('---\ndocbridge: q1\n---\n', 'docbridge'), {});
    assert.deepEqual(read('---\nsidebar: no\n---\n', 'starlight'), {});
    assert.deepEqual(read('---\ndocbridge: { id: "" }\n---\n', 'docbridge'), {});
    assert.deepEqual(read('---\ndocbridge: { id: q1, source: 1 }\n---\n', 'docbridge'), {
      docbridge: { id: 'q1' },
    });
  });

  test('are read as they were written, in every profile', () => {
    const text = fc
      .string({ minLength: 1 })
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const any: fc.Arbitrary<FieldChanges> = fc.record(
      {
        title: text,
        description: text,
        slug: text,
        tags: fc.array(text),
        icon: text,
        order: fc.integer(),
        draft: fc.boolean(),
        created: text,
        aliases: fc.array(text),
        docbridge: fc.record({ id: text, source: text }, { noNullPrototype: true }),
      },
      { requiredKeys: [] },
    );
    const profile = fc.constantFrom<Profile[]>('docbridge', 'docusaurus', 'starlight', 'hugo', 'gitbook');
    fc.assert(
      fc.property(any, any, profile, (first, second, names) => {
        const source = writeFields(writeFields(undefined, { title: 'T', ...first }, names), second, names);
        assert.deepEqual(read(source, names), { title: 'T', ...first, ...second });
      }),
      { numRuns: 200 },
    );
  });
});
