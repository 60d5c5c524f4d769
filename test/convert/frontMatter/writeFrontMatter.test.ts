import assert from 'node:assert/strict';
import { FrontMatterUnwritableError } from '../../../server/src/errors/conversionErrors.js';
import type { Json } from '../../../server/src/convert/tiptap.js';
import { readFrontMatter } from '../../../server/src/convert/frontMatter/readFrontMatter.js';
import {
  writeFrontMatter,
  type FrontMatterChanges,
} from '../../../server/src/convert/frontMatter/writeFrontMatter.js';

/** What changes, the YAML before, and after. */
type Case = readonly [name: string, changes: FrontMatterChanges, before: string, after: string];

function check([name, changes, before, after]: Case): void {
  test(name, () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const fenced = (yaml: string): string => `---\n${yaml}---\n`.replaceAll('\n', eol);
      const written = writeFrontMatter(fenced(before), changes);
      assert.equal(written, fenced(after));
      assert.deepEqual(readFrontMatter(written).errors, []);
      assert.equal(writeFrontMatter(written, changes), written);
    }
  });
}

suite('writeFrontMatter: anchors', () => {
  const cases: readonly Case[] = [
    [
      'the first alias takes the value',
      { a: 'two' },
      'a: &x one # a\nb: *x # b\nc: *x\n',
      'a: two # a\nb: &x one # b\nc: *x\n',
    ],
    ['also when the key goes', { a: undefined }, 'a: &x "1"\nb: *x\nc: *x\n', 'b: &x "1"\nc: *x\n'],
    [
      'also of a nested change',
      { a: { k: 2 } },
      'a: &x\n  k: 1\nb: { c: *x }\n',
      'a:\n  k: 2\nb: { c: &x { k: 1 } }\n',
    ],
    ['also of a list', { a: ['p', 'q'] }, 'a: &x\n- p\nb:\n- *x\n', 'a:\n- p\n- q\nb:\n- &x [p]\n'],
    ['an anchor without aliases stays', { a: 'two' }, 'a: &x one\n', 'a: &x two\n'],
    ['an empty value keeps its anchor', { a: 1 }, 'a: &x # none\nb: 2\n', 'a: &x 1 # none\nb: 2\n'],
    [
      'an empty value loses it to an alias',
      { m: { a: 1 } },
      'm:\n  a:\n    &x\nb: *x\n',
      'm:\n  a: 1\n\nb: &x null\n',
    ],
    [
      'an empty nested value loses it to an alias',
      { m: { a: 1 } },
      'm:\n  a: &x\nb: *x\n',
      'm:\n  a: 1\nb: &x null\n',
    ],
    [
      'an anchor that is set again',
      { a: 3 },
      'a: &x 1\nb: *x\nc: &x 2\nd: *x\n',
      'a: 3\nb: &x 1\nc: &x 2\nd: *x\n',
    ],
    [
      'an anchor inside a value that goes',
      { a: undefined },
      'a: { p: &x 1, q: &y 2 }\nb: *y\nc: *x\n',
      'b: &y 2\nc: &x 1\n',
    ],
    ['an alias that is written over', { b: 2 }, 'a: &x 1\nb: *x\nc: *x\n', 'a: &x 1\nb: 2\nc: *x\n'],
    [
      'a map behind an alias is copied',
      { b: { k: 2 } },
      'a: &x { k: 1, m: 0 }\nb: *x\n',
      'a: &x { k: 1, m: 0 }\nb: { k: 2, m: 0 }\n',
    ],
    [
      'merge keys are keys as others',
      { base: { k: 2 } },
      'base: &x { k: 1 }\npage:\n  <<: *x\n',
      'base: { k: 2 }\npage:\n  <<: &x { k: 1 }\n',
    ],
    ['an anchor on a key', { a: undefined }, '&x a: 1\nb: *x\n', 'b: &x a\n'],
    [
      'an alias that is a key',
      { a: undefined },
      'a: &x k\n*x : 1\nb: *x\nc: *x\n',
      'k : 1\nb: &x k\nc: *x\n',
    ],
    ['an alias that is a key alone', { a: undefined }, 'a: &x [1, k]\n? *x\n: 1\n', '? [1, k]\n: 1\n'],
    ['in brackets', { a: undefined }, 'a: &x 1\nb: [*x , *x ]\n', 'b: [&x 1 , *x ]\n'],
    ['an anchor alone in brackets', { l: ['p', 'q'] }, 'l: [ &x , q ]\nm: *x\n', 'l: [ p, q ]\nm: &x null\n'],
  ];
  cases.forEach(check);
});

suite('writeFrontMatter: values', () => {
  const cases: readonly Case[] = [
    ['a tag goes with its value', { a: 13, b: 'x' }, 'a: !!str 12 # a\nb: !!str\n', 'a: 13 # a\nb: x\n'],
    ['a tag on a line of its own', { a: 13 }, 'a: !!str # t\n  12\n', 'a: # t\n  13\n'],
    ['a value on a line of its own', { a: 'z' }, 'a: # about\n  x\nb: 1\n', 'a: # about\n  z\nb: 1\n'],
    ['a quoted text of two lines', { a: 'z' }, 'a: "x\n  y" # c\n', 'a: "z" # c\n'],
    ['a value after a colon without a blank', { a: 2 }, '{"a":1,"b":"c"}\n', '{"a": 2,"b":"c"}\n'],
    ['a key without a colon', { a: 1, b: 2 }, '{ a, b: }\n', '{ a : 1, b: 2 }\n'],
    [
      'an explicit key without a colon',
      { m: { a: 1, c: 3 } },
      'm:\n  ? a # c\n  ? b\n',
      'm:\n  ? a # c\n  : 1\n  ? b\n  c: 3\n',
    ],
    ['an explicit key with a block', { 'a\n': 1 }, '? |\n  a\nb: 2\n', '? |\n  a\n: 1\nb: 2\n'],
    [
      'keys that are no texts',
      { 1: 'z', true: 2, '': 3, '[k]': 4 },
      '1: x\ntrue: 1\n~: 1\n[k]: 1\n',
      '1: z\ntrue: 2\n~: 3\n[k]: 4\n',
    ],
    ['quoted keys', { 'a b': 2, "it's": 2 }, "\"a b\": 1\n'it''s': 1\n", "\"a b\": 2\n'it''s': 2\n"],
    ['blanks and tabs stay', { a: 2 }, 'a:\t  1 \t# c\nb:  "x"  \n', 'a:\t  2 \t# c\nb:  "x"  \n'],
    ['a list becomes a text', { a: 'x' }, 'a: # c\n  # d\n  - 1 # e\n\nb: 1\n', 'a: x # c\n  # d\n\nb: 1\n'],
    ['a compact map becomes a text', { a: ['x'] }, 'a:\n- b: 1\n  c: 2 # d\n- e\n', 'a:\n- x\n'],
    ['a map becomes empty', { a: { b: undefined } }, 'a:\n  b: 1\nc: 2\n', 'a: {}\nc: 2\n'],
    ['a list becomes empty', { a: [] }, 'a:\n- 1\nc: 2\n', 'a: []\nc: 2\n'],
    ['what is hard to see', { a: 'x\u2028\u0085\ufeff' }, 'a: x\n', 'a: "x\\u2028\\u0085\\ufeff"\n'],
    ['half of a character', { a: '\ud800' }, "a: 'x'\n", 'a: "\\ud800"\n'],
    ['nothing becomes a map', { a: { b: { c: 'x' } } }, 'a:\n', 'a: { b: { c: x } }\n'],
  ];
  cases.forEach(check);
});

suite('writeFrontMatter: texts of several lines', () => {
  const cases: readonly Case[] = [
    ['stay a block', { a: 'x\n\ny\n' }, 'a: > # c\n   p\n   q\n\nb: 1\n', 'a: | # c\n   x\n\n   y\n\nb: 1\n'],
    ['without a last line end', { a: 'x\ny' }, 'a: |\n  p\n   \nb: 1\n', 'a: |-\n  x\n  y\nb: 1\n'],
    [
      'in a block that held nothing',
      { m: { a: 'x\ny' } },
      'm:\n  a: |-\n  b: 1\n',
      'm:\n  a: |-\n    x\n    y\n  b: 1\n',
    ],
    ['that a block cannot hold', { a: ' x\ny' }, 'a: |\n  p\nb: 1\n', 'a: " x\\ny"\nb: 1\n'],
    ['with a bell', { a: 'x\ny\u0007' }, 'a: |\n  p\n', 'a: "x\\ny\\u0007"\n'],
    ['on one line', { a: 'x' }, 'a: |-\n\nb: 1\n', 'a: x\n\nb: 1\n'],
    [
      'a key below one goes, with what would join it',
      { b: undefined },
      'a: |+\n  x\nb: 1\n\n   # c\n# d\ne: 2\n',
      'a: |+\n  x\n# d\ne: 2\n',
    ],
    ['two keys below one go', { b: undefined, c: undefined }, 'a: |+\n  x\nb: 1\nc: 1\n\n', 'a: |+\n  x\n'],
    ['a key comes below one', { b: 1 }, 'a: |+\n  x\n\n', 'a: |+\n  x\n\nb: 1\n'],
  ];
  cases.forEach(check);
});

suite('writeFrontMatter: entries', () => {
  const cases: readonly Case[] = [
    [
      'a key goes, comments around it stay',
      { b: undefined },
      '# a\na: 1\n\n# b\nb: 2 # gone\n   # deep\nc: 3\n',
      '# a\na: 1\n\n# b\n   # deep\nc: 3\n',
    ],
    [
      'the first key of a compact map goes',
      { l: [{ b: 2 }] },
      'l:\n- a: 1 # gone\n  # b\n  b: 2\n',
      'l:\n-\n  # b\n  b: 2\n',
    ],
    ['a key comes above comments at the end', { b: 2 }, '  a: 1 # a\n# end\n', '  a: 1 # a\n  b: 2\n# end\n'],
    ['keys come and go', { a: undefined, b: { c: 1, d: {} } }, 'a: 1\n', 'b:\n  c: 1\n  d: {}\n'],
    ['all keys go', { a: undefined }, '# c\na: 1\n', '# c\n'],
    ['all keys go, the tag needs a map', { a: undefined }, '!!map\na: |\n  x\n', '!!map\n{}\n'],
    ['keys come before the end of the document', { a: 1 }, '# c\n...\n', '# c\na: 1\n...\n'],
    ['keys come after a marker', { a: 1 }, '--- # c\n', '--- # c\na: 1\n'],
    [
      'inner keys come before outer ones',
      { a: { c: 1 }, d: 1 },
      'a:\n  b: 1\n',
      'a:\n  b: 1\n  c: 1\nd: 1\n',
    ],
    [
      'a list gets entries',
      { l: ['x', 'a', 'b', 'c', 'z'] },
      'l:\n  - "a" # a\n  # c\n  - "c"\n',
      'l:\n  - x\n  - "a" # a\n  - b\n  # c\n  - "c"\n  - z\n',
    ],
    ['a list loses entries', { l: ['b'] }, 'l:\n- a\n- "b" # b\n- c # c\n', 'l:\n- "b" # b\n'],
    [
      'a list in another',
      {
        l: [
          ['b', 'c'],
          ['0', 'd'],
        ],
      },
      'l:\n- - a\n  - b\n- - d\n',
      'l:\n-\n  - b\n  - c\n- - "0"\n  - d\n',
    ],
    ['entries change places', { l: ['c', 'a', 'b'] }, "l:\n- 'a'\n- 'b'\n- 'c'\n", "l:\n- c\n- 'a'\n- 'b'\n"],
    ['entries that are equal', { l: ['a', 'b', 'a'] }, 'l: [\'a\', "a"]\n', 'l: [\'a\', b, "a"]\n'],
    ['a map in a list', { l: [{ a: 2, b: 1 }] }, 'l:\n- a: 1 # a\n  b: 1\n', 'l:\n- a: 2 # a\n  b: 1\n'],
    [
      'braces get keys',
      { m: { c: 1, d: 'x, y' } },
      'm: { a: 1, # a\n  b: 2, # b\n  }\n',
      'm: { a: 1, # a\n  b: 2, c: 1, d: "x, y", # b\n  }\n',
    ],
    ['braces lose a key in front', { m: { a: undefined } }, 'm: { a: 1, b: 2 }\n', 'm: { b: 2 }\n'],
    ['braces lose a key at the end', { m: { b: undefined } }, 'm: { a: 1, b: 2 }\n', 'm: { a: 1 }\n'],
    [
      'braces lose two keys at the end',
      { m: { b: undefined, c: undefined } },
      'm: {a: 1,b: 2,c: 3} # c\n',
      'm: {a: 1} # c\n',
    ],
    ['braces lose a key before a comma', { m: { b: undefined } }, 'm: { a: 1, b: 2, }\n', 'm: { a: 1, }\n'],
    [
      'comments in braces stay',
      { m: { b: undefined } },
      'm: {\n  a: 1, # a\n  b: 2 # b\n  }\n',
      'm: {\n  a: 1 # a\n   # b\n  }\n',
    ],
    ['lines of brackets stay', { m: ['a'] }, 'm: [\n  a,\n  b,\n  ]\n', 'm: [\n  a,\n  \n  ]\n'],
    ['brackets get entries', { l: ['0', 'a', '1'] }, 'l: [a]\n', 'l: ["0", a, "1"]\n'],
    ['all keys of braces change', { a: undefined, b: 2 }, '{ a: 1 }\n', '{ b: 2 }\n'],
    ['a pair in brackets changes', { l: [{ a: 2 }, 'b'] }, 'l: [a: 1, b]\n', 'l: [a: 2, b]\n'],
    [
      'a pair in brackets gets another key',
      { l: [{ a: 1, c: 2 }, 'b'] },
      'l: [a: 1, b]\n',
      'l: [{ a: 1, c: 2 }, b]\n',
    ],
    ['a pair in brackets loses its key', { l: [{ c: 1 }, 'b'] }, 'l: [a: 1, b]\n', 'l: [{ c: 1 }, b]\n'],
  ];
  cases.forEach(check);
});

suite('writeFrontMatter: limits', () => {
  for (const [name, changes] of [
    ['a text that is too long to be read again', { a: 'x'.repeat(70_000) }],
    ['a key that is too long for a line', { ['k'.repeat(1100)]: 1 }],
    ['a forbidden key', { a: { constructor: 1 } }],
    ['a list of great depth', { a: JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as Json }],
    ['braces of great depth', { a: JSON.parse('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)) as Json }],
    ['brackets that are too deep to be read', { a: JSON.parse('['.repeat(60) + ']'.repeat(60)) as Json }],
    ['what JSON does not know', { a: Number.NaN }],
  ] as const) {
    test(`refuses ${name}`, () => {
      for (const source of ['---\nb: 1\n---\n', undefined]) {
        assert.throws(
          () => writeFrontMatter(source, changes),
          (error) => error instanceof FrontMatterUnwritableError && error.code === 'front-matter-unwritable',
        );
      }
    });
  }

  test('takes nothing out where nothing is', () => {
    const source = '---\na: 1\n---\n';
    assert.equal(writeFrontMatter(source, { b: undefined, a: 1 }), source);
  });
});
