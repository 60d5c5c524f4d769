import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../server/src/convert/frontMatter/readFrontMatter.js';
import type { Json } from '../../../server/src/convert/tiptap.js';
import { SOURCE } from './sample.js';

/** Lists that hold the one before three times. */
function multiplied(keys: number, first = 'x'): string {
  const lines = Array.from({ length: keys }, (_, at) => {
    const before = at === 0 ? first : `*b${at - 1}`;
    return `b${at}: &b${at} [${before}, ${before}, ${before}, 1, 2, 3, 4, 5, 6, 7]`;
  });
  return lines.join('\n');
}

const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value));

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

  test('knows no places in what it refuses', () => {
    assert.equal(readFrontMatter('---\ntitle: [\n---\n').keyRange(['title']), undefined);
  });

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
