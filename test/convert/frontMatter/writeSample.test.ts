import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../server/src/convert/frontMatter/readFrontMatter.js';
import { writeFrontMatter } from '../../../server/src/convert/frontMatter/writeFrontMatter.js';
import type { Json } from '../../../server/src/convert/tiptap.js';
import { SOURCE } from './sample.js';

const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value));

suite('writeFrontMatter: a sample', () => {
  test('makes fences where there are none', () => {
    assert.equal(
      writeFrontMatter(undefined, { title: 'A: b', docbridge: { id: 'x' }, none: undefined }),
      '---\ntitle: "A: b"\ndocbridge:\n  id: x\n---\n',
    );
    assert.equal(writeFrontMatter(undefined, { none: undefined }), '');
  });

  for (const [name, changes, from, to] of [
    ['a title in its quotes', { title: "New 'title'" }, "'Old title'", "'New ''title'''"],
    ['a list in its form', { tags: ['a', 'c: d'] }, '- a\n- "b"', '- a\n- "c: d"'],
    ['a nested key', { nested: { deep: 2 } }, 'deep: 1', 'deep: 2'],
    ['a key in braces', { docbridge: { id: 'q2' } }, '{ id: q1 }', '{ id: q2 }'],
    ['a text of several lines', { text: 'one' }, 'text: |\n  line one\n  line two\n', 'text: one\n'],
    ['a key without a value', { empty: true }, 'empty:', 'empty: true'],
    ['a key that is taken out', { tags: undefined }, 'tags:\n- a\n- "b"\n', ''],
    ['a new key at the end', { order: 3 }, 'alias: *a\n', 'alias: *a\norder: 3\n'],
    ['a new nested key', { nested: { more: 'yes' } }, 'other: [x, y]\n', 'other: [x, y]\n  more: "yes"\n'],
    ['a list that becomes a text', { tags: 'none' }, 'tags:\n- a\n- "b"', 'tags: none'],
  ] as const) {
    test(`changes ${name} and nothing else`, () => {
      assert.equal(writeFrontMatter(SOURCE, changes), SOURCE.replace(from, to));
      const crlf = SOURCE.replace(/\n/g, '\r\n');
      assert.equal(writeFrontMatter(crlf, changes), SOURCE.replace(from, to).replace(/\n/g, '\r\n'));
    });
  }

  test('a value that is there already changes no byte', () => {
    const { data } = readFrontMatter(SOURCE);
    for (const [key, value] of Object.entries(data))
      assert.equal(writeFrontMatter(SOURCE, { [key]: value }), SOURCE);
  });

  test('leaves alone what cannot be read', () => {
    for (const source of ['---\na: [\n---\n', '+++\na = 1\n+++\n', '---js\na = 1\n---\n', '']) {
      assert.equal(writeFrontMatter(source, { title: 'x' }), source);
    }
  });

  test('fills front matter that holds nothing or comments only', () => {
    assert.equal(writeFrontMatter('---\n---\n', { a: 1 }), '---\na: 1\n---\n');
    assert.equal(writeFrontMatter('---\n# note\n---\n', { a: 1 }), '---\n# note\na: 1\n---\n');
  });

  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      'null',
      '1e3',
      '2024-01-01',
      '12:30',
      '~',
      '- a',
      '# b',
      "it's",
      '"q"',
      'a: b',
      'a\nb',
      '{x',
      '*y',
      ' ',
      '\u00a0',
      '\u2028',
      '\u3000x',
      '',
      '\t',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  );

  test('what is written is read again, and every other key stays', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('title', 'tags', 'nested', 'docbridge', 'text', 'empty', 'fresh'),
        value,
        (key, written) => {
          const source = writeFrontMatter(SOURCE, { [key]: written });
          const { data, errors } = readFrontMatter(source);
          assert.deepEqual(errors, [], source);
          const before = readFrontMatter(SOURCE).data;
          assert.deepEqual(plain(data), { ...(plain(before) as object), [key]: plain(written) }, source);
          assert.ok(source.includes('# the page') && source.includes('# keep') === (key !== 'nested'));
          assert.equal(writeFrontMatter(source, { [key]: written }), source);
        },
      ),
      { numRuns: 300 },
    );
  });
});
