import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../server/src/convert/frontMatter/readFrontMatter.js';
import { splitFrontMatter } from '../../../server/src/convert/frontMatter/splitFrontMatter.js';
import { writeFrontMatter } from '../../../server/src/convert/frontMatter/writeFrontMatter.js';
import type { Json } from '../../../server/src/convert/tiptap.js';

const SOURCE = `---
# the page
title: 'Old title' # shown on top
tags:
- a
- "b"
nested:
  deep: 1   # keep
  other: [x, y]
docbridge: { id: q1 }
text: |
  line one
  line two

empty:
anchor: &a value
alias: *a
---
`;

/** Lists that hold the one before three times. */
function multiplied(keys: number, first = 'x'): string {
  const lines = Array.from({ length: keys }, (_, at) => {
    const before = at === 0 ? first : `*b${at - 1}`;
    return `b${at}: &b${at} [${before}, ${before}, ${before}, 1, 2, 3, 4, 5, 6, 7]`;
  });
  return lines.join('\n');
}

const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value));

suite('splitFrontMatter', () => {
  for (const [name, source, frontMatter] of [
    ['YAML', '---\na: 1\n---\nb', '---\na: 1\n---\n'],
    ['CR LF', '---\r\na: 1\r\n---\r\nb', '---\r\na: 1\r\n---\r\n'],
    ['CR', '---\ra: 1\r---\rb', '---\ra: 1\r---\r'],
    ['a byte order mark', '\ufeff---\na: 1\n---\nb', '\ufeff---\na: 1\n---\n'],
    ['TOML', '+++\na = 1\n+++\nb', '+++\na = 1\n+++\n'],
    ['spaces after the fences', '---  \na: 1\n---\t\nb', '---  \na: 1\n---\t\n'],
    ['an end without a line end', '---\na: 1\n---', '---\na: 1\n---'],
    ['nothing between the fences', '---\n---\nb', '---\n---\n'],
  ] as const) {
    test(`cuts off ${name}`, () => {
      const split = splitFrontMatter(source);
      assert.equal(split.frontMatter, frontMatter);
      assert.equal(split.body, source.slice(frontMatter.length));
      assert.equal(split.bodyOffset, frontMatter.length);
    });
  }

  for (const [name, source] of [
    ['a rule', '---\n\n> a\n'],
    ['a language after the fence', '---js\nmodule.exports = {}\n---\n'],
    ['a fence further down', 'a\n---\nb: 1\n---\n'],
    ['the other fence at the end', '---\na: 1\n+++\n'],
    ['an indented fence', ' ---\na: 1\n ---\n'],
  ] as const) {
    test(`takes ${name} for text`, () => {
      assert.deepEqual(splitFrontMatter(source), { body: source, bodyOffset: 0 });
    });
  }
});

suite('readFrontMatter', () => {
  test('reads data and places', () => {
    const { data, errors, keyRange } = readFrontMatter(SOURCE);
    assert.deepEqual(errors, []);
    assert.deepEqual(plain(data), {
      title: 'Old title',
      tags: ['a', 'b'],
      nested: { deep: 1, other: ['x', 'y'] },
      docbridge: { id: 'q1' },
      text: 'line one\nline two\n',
      empty: null,
      anchor: 'value',
      alias: 'value',
    });
    for (const path of [['title'], ['nested', 'deep'], ['docbridge', 'id']]) {
      const range = keyRange(path);
      assert.ok(range);
      assert.equal(SOURCE.slice(range.start, range.end), path.at(-1));
    }
    assert.equal(keyRange(['nested', 'none']), undefined);
    assert.equal(keyRange(['title', 'none']), undefined);
  });

  test('gives frozen data without a prototype', () => {
    const { data } = readFrontMatter(SOURCE);
    assert.ok(Object.isFrozen(data) && Object.isFrozen(data['nested']) && Object.isFrozen(data['tags']));
    assert.equal(Object.getPrototypeOf(data), null);
    assert.equal(Object.getPrototypeOf(data['nested']), null);
  });

  test('reads what JSON has no form for', () => {
    const yaml = [
      '1.5: number',
      '~: nothing',
      '[a, {b: 1}]: list',
      'big: 1e400',
      'none: .nan',
      'bytes: !!binary aGk=',
      'day: !!timestamp 2024-01-01',
      'set: !!set { x, y }',
      'own: !mine v',
      'long: 12345678901234567890',
    ].join('\n');
    const { data, errors, keyRange } = readFrontMatter(`---\n${yaml}\n---\n`);
    assert.deepEqual(errors, []);
    assert.deepEqual(plain(data), {
      '1.5': 'number',
      '': 'nothing',
      '[a, { b: 1 }]': 'list',
      big: 'Infinity',
      none: 'NaN',
      bytes: 'aGk=',
      day: '2024-01-01',
      set: { x: null, y: null },
      own: 'v',
      long: 12345678901234567000,
    });
    assert.deepEqual(keyRange(['1.5']), { start: 4, end: 7 });
    assert.equal(keyRange([]), undefined);
  });

  test('reads lines that end in carriage returns', () => {
    const { data } = readFrontMatter('---\ra: 1\rb: |\r  x\r  y\r---\r');
    assert.deepEqual(plain(data), { a: 1, b: 'x\ny\n' });
  });

  test('tells a hundred errors at most', () => {
    const { errors } = readFrontMatter(`---\n${'"a" '.repeat(1000)}\n---\n`);
    assert.equal(errors.length, 100);
  });

  test('reads dates and times as texts', () => {
    const { data } = readFrontMatter('---\ndate: 2024-01-02\ntime: 12:30:00\n---\n');
    assert.deepEqual(plain(data), { date: '2024-01-02', time: '12:30:00' });
  });

  for (const [name, yaml, code] of [
    ['an open bracket', 'a: [', 'front-matter-syntax'],
    ['a key twice', 'a: 1\na: 2', 'front-matter-duplicate-key'],
    ['a text', 'just text', 'front-matter-not-a-map'],
    ['a list', '- a', 'front-matter-not-a-map'],
    ['__proto__', '__proto__: { x: 1 }', 'front-matter-forbidden-key'],
    ['a nested constructor', 'a: [{ constructor: 1 }]', 'front-matter-forbidden-key'],
    ['5,000 brackets', `a: ${'['.repeat(5000)}`, 'front-matter-too-deep'],
    ['deep lists', '- '.repeat(500), 'front-matter-too-deep'],
    ['deep indentation', `${' '.repeat(500)}a: 1`, 'front-matter-too-deep'],
    [
      '5,000 keys',
      Array.from({ length: 5000 }, (_, at) => `k${at}: 1`).join('\n'),
      'front-matter-too-complex',
    ],
    [
      'an alias bomb',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: [*a, *a]`).join('\n')}`,
      'front-matter-too-complex',
    ],
    ['many anchors', `a: [${'&x '.repeat(300)}]`, 'front-matter-too-complex'],
    ['many commas', `a: [${'1,'.repeat(4500)}]`, 'front-matter-too-complex'],
    ['1,500 keys', 'a: 1\n'.repeat(1500), 'front-matter-too-complex'],
    ['5,000 keys of carriage returns', 'a: 1\r'.repeat(5000), 'front-matter-too-complex'],
    ['an alias of nothing', 'a: *x', 'front-matter-syntax'],
    ['an alias in itself', 'a: &x [*x]', 'front-matter-syntax'],
    ['aliases that multiply', `${multiplied(7)}\nc: *b6`, 'front-matter-too-complex'],
    ['aliases of keys that multiply', `${multiplied(7)}\n? [*b6]\n: 1`, 'front-matter-too-complex'],
    [
      'aliases of a long text',
      `a: &a ${'x'.repeat(30_000)}\n${multiplied(4, '*a')}\nc: *b3`,
      'front-matter-too-complex',
    ],
    ['a text and a number as the same key', '1: a\n"1": b', 'front-matter-duplicate-key'],
    ['a forbidden key behind an alias', 'a: &x __proto__\n*x : 1', 'front-matter-forbidden-key'],
    ['null', 'null', 'front-matter-not-a-map'],
    ['a tag alone', '!!str', 'front-matter-not-a-map'],
    ['an anchor alone', '&x', 'front-matter-not-a-map'],
    ['two documents', 'a: 1\n--- # second\nb: 2', 'front-matter-syntax'],
    ['a fence in a text', 'a: "x\n---\n"', 'front-matter-syntax'],
    ['70 kB', `a: ${'x'.repeat(70_000)}`, 'front-matter-too-large'],
  ] as const) {
    test(`refuses ${name}, with a place inside the source`, () => {
      const source = `---\n${yaml}\n---\n`;
      const { data, errors } = readFrontMatter(source);
      assert.equal(errors[0]?.code, code);
      assert.deepEqual(plain(data), {});
      for (const { start, end } of errors) assert.ok(start >= 0 && start < end && end <= source.length);
    });
  }

  test('refuses what is no YAML between fences', () => {
    assert.equal(readFrontMatter('+++\na = 1\n+++\n').errors[0]?.code, 'front-matter-not-yaml');
    assert.equal(readFrontMatter('a: 1').errors[0]?.code, 'front-matter-not-yaml');
    assert.equal(readFrontMatter('---\na: 1\n').errors[0]?.code, 'front-matter-not-yaml');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            ':',
            ' ',
            '\n',
            '-',
            '[',
            ']',
            '{',
            '}',
            '"',
            "'",
            '&',
            '*',
            '!',
            '|',
            '>',
            '#',
            '?',
            '%',
            ',',
          ),
        }),
        (text) => {
          readFrontMatter(`---\n${text}\n---\n`);
        },
      ),
      { numRuns: 300 },
    );
  });
});

suite('writeFrontMatter', () => {
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
