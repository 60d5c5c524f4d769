import assert from 'node:assert/strict';
import fc from 'fast-check';
import { syntaxOf } from '../../../server/src/convert/flavour.js';
import type { Definition } from '../../../server/src/convert/labels.js';
import {
  inlineContext,
  writeQuickly,
  writeThoroughly,
  type InlineContext,
} from '../../../server/src/convert/print/printInline.js';
import { DEFAULT_STYLE } from '../../../server/src/convert/print/style.js';
import type { TiptapMark, TiptapNode } from '../../../server/src/convert/tiptap.js';

const WORDS = [
  ...[
    'a',
    'word',
    'Ab9',
    'é',
    '你好',
    '€',
    '😀',
    'snake_case',
    '12',
    '1.',
    '3)',
    '10:30',
    'x',
    'ref',
    'www.e.com',
    '\u00a0',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    '.',
    ',',
    ':',
    '!',
    '?',
    ';',
    '(',
    ')',
    '"',
    "'",
    '-',
    '--',
    '+',
    '=',
    '#',
    '/',
    '|',
    '^',
    '>',
  ],
  ...[
    '<',
    '<b',
    '&',
    '&amp;',
    '[',
    ']',
    '[x]',
    '[ref]',
    '](',
    '*',
    ' * ',
    '_',
    '~',
    '$',
    '@',
    '@a',
    'a@b.co',
    '\\',
    '{',
    '{%',
    '%}',
    '`',
  ],
  ...['://', 'https', ':tada:', ':mention', 'import ', '\t', '\r'],
];

const MARKS: readonly TiptapMark[] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'italic', attrs: { markup: { delimiter: '_' } } },
  { type: 'bold', attrs: { markup: { delimiter: '__' } } },
  { type: 'strike', attrs: { markup: { delimiter: '~' } } },
  { type: 'code', attrs: { markup: { ticks: 2 } } },
  { type: 'link', attrs: { href: 'a' } },
  { type: 'link', attrs: { href: 'https://e.com/$x', title: 'T "q"', target: '_blank' } },
  { type: 'link', attrs: { href: 'a b', target: '_self' } },
  { type: 'link', attrs: { href: '/u', ref: 'ref', refType: 'shortcut' } },
  { type: 'link', attrs: { href: '/u', ref: 'ref', refType: 'collapsed' } },
  { type: 'link', attrs: { href: '/u', ref: 'REF', refType: 'full' } },
];

const ATOMS: readonly TiptapNode[] = [
  { type: 'hardBreak' },
  { type: 'hardBreak', attrs: { markup: { break: '  \n' } } },
  { type: 'hardBreak', attrs: { markup: { break: '<br>' } } },
  { type: 'image', attrs: { src: 'a.png', alt: 'An image' } },
  { type: 'image', attrs: { src: 'a b.png', alt: null, title: 'T$' } },
  { type: 'image', attrs: { src: 'a.png', alt: 'x [y]' } },
  { type: 'rawInline', attrs: { source: '<kbd>', kind: 'html' } },
  { type: 'rawInline', attrs: { source: '<!--\n~ -->', kind: 'html' } },
  { type: 'rawInline', attrs: { source: '[^1]', kind: 'footnoteReference' } },
  { type: 'emoji', attrs: { name: 'tada' } },
];

/** Mostly words and spaces, as quick writing gives everything else up. */
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('a', 'b c', ' d', 'e ') },
      { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

const marks = fc.oneof(
  { weight: 6, arbitrary: fc.constant<readonly TiptapMark[]>([]) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS).map((mark) => [mark]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...MARKS), fc.constantFrom(...MARKS))
      .map(([one, other]) => (one.type === other.type ? [one] : [one, other])),
  },
);

const node = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(text, marks)
      .map(([value, all]): TiptapNode => ({ type: 'text', text: value, marks: all })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ATOMS) },
);

const definitions = new Map<string, Definition>([['REF', { url: '/u', title: undefined }]]);

const context = fc
  .record({
    mode: fc.constantFrom('styled', 'plain'),
    where: fc.constantFrom('paragraph', 'heading', 'cell'),
    flavour: fc.constantFrom('md', 'md', 'mdx', 'gitbook'),
    opensItem: fc.boolean(),
    defined: fc.boolean(),
    hardBreak: fc.constantFrom('backslash', 'spaces'),
  })
  .map(({ mode, where, flavour, opensItem, defined, hardBreak }): InlineContext =>
    inlineContext(
      {
        mode,
        style: { ...DEFAULT_STYLE, hardBreak },
        traits: { blockImages: false, explicitNulls: true, syntax: syntaxOf(flavour) },
        definitions: defined ? definitions : new Map(),
        onOpaque: () => undefined,
      },
      where,
      opensItem,
    ),
  );

suite('quick writing of inline content', () => {
  test('writes what thorough writing writes, where it writes anything', () => {
    let written = 0;
    const numRuns = 20_000;
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), context, (content, where) => {
        const quick = writeQuickly(content, where);
        if (quick === undefined) return;
        written += 1;
        assert.equal(quick, writeThoroughly(content, where));
      }),
      { numRuns },
    );
    assert.ok(written > numRuns / 10, `only ${written} of ${numRuns} were written quickly`);
  });

  test('gives up what needs care', () => {
    const plain = fc.sample(context, { seed: 1, numRuns: 1 })[0];
    assert.ok(plain !== undefined);
    for (const value of [
      '',
      ' a',
      'a ',
      '- a',
      '1. a',
      '# a',
      'www.e.com',
      'a@b.co',
      '[a](b)',
      '*a*',
      'a `b`',
      '_a_',
    ])
      assert.equal(writeQuickly([{ type: 'text', text: value }], plain), undefined, value);
  });
});
