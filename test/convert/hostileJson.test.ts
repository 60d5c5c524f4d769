import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import type { ConvertOptions, TiptapFile } from '../../server/src/convert/conversion.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';
import type { Dialect, TiptapDocument } from '../../server/src/convert/tiptap.js';
import { DocbridgeError } from '../../server/src/errors/DocbridgeError.js';

const TYPES = [
  ...['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem'],
  ...['codeBlock', 'table', 'tableRow', 'tableCell', 'tableHeader', 'image', 'hardBreak', 'horizontalRule'],
  ...['details', 'detailsSummary', 'detailsContent', 'callout', 'mention', 'emoji', 'youtube', 'blockMath'],
  ...['inlineMath', 'rawBlock', 'rawInline', 'text', 'doc', 'oddity', ''],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'],
];
const MARKS = ['bold', 'italic', 'strike', 'code', 'link', 'underline', 'highlight', 'textStyle', 'comment'];
const NAMES = [
  ...[
    'level',
    'start',
    'checked',
    'language',
    'src',
    'href',
    'title',
    'alt',
    'align',
    'textAlign',
    'colspan',
  ],
  ...[
    'colwidth',
    'open',
    'type',
    'id',
    'label',
    'latex',
    'markup',
    'source',
    'kind',
    'data',
    'tight',
    'spread',
  ],
  ...[
    'ref',
    'refType',
    'gap',
    'bullet',
    'numbers',
    'delimiter',
    'fence',
    'tail',
    'head',
    'eol',
    'native',
    'meta',
  ],
  ...['__proto__', 'constructor', 'toString', 'prototype', 'a b', '"', ''],
];
const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    '\n',
    '\r',
    '\t',
    '\0',
    '\ud800',
    '\u2028',
    '*',
    '**',
    '_',
    '`',
    '```',
    '[',
    '](b)',
    '<',
    '<!--',
  ],
  ...[
    '-->',
    '&amp;',
    '\\',
    '|',
    '#',
    '- ',
    '1. ',
    '> ',
    '---',
    '$',
    '{%',
    ':::',
    '![',
    '~~',
    'http://a.b',
    'constructor',
  ],
];

const value = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300, 6),
  fc.jsonValue({ maxDepth: 2 }),
);
const record = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 4 })
  .map((entries): Readonly<Record<string, unknown>> => Object.fromEntries(entries));
const attributes = fc.oneof(
  { arbitrary: record, weight: 8 },
  { arbitrary: record.map((markup): Readonly<Record<string, unknown>> => ({ markup })), weight: 3 },
  { arbitrary: value, weight: 1 },
);
const mark = fc.oneof(
  {
    arbitrary: fc.record(
      { type: fc.constantFrom(...MARKS, ...TYPES), attrs: attributes },
      { requiredKeys: ['type'] },
    ),
    weight: 8,
  },
  { arbitrary: value, weight: 1 },
);

const { node } = fc.letrec<{ readonly node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
    { arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ type: 'text', text })), weight: 3 },
    {
      arbitrary: fc.record(
        {
          type: fc.constantFrom(...TYPES),
          attrs: attributes,
          text: fc.oneof(fc.constantFrom(...TEXTS), value),
          marks: fc.oneof(
            { arbitrary: fc.array(mark, { maxLength: 3 }), weight: 8 },
            { arbitrary: value, weight: 1 },
          ),
          content: fc.oneof(
            { arbitrary: fc.array(tie('node'), { maxLength: 4 }), weight: 8 },
            { arbitrary: value, weight: 1 },
          ),
        },
        { requiredKeys: ['type'] },
      ),
      weight: 8,
    },
    { arbitrary: value, weight: 1 },
  ),
}));

/** Documents whose nodes are mostly sound, so that wrong ones stand in every place. */
const sane = fc.letrec<{ readonly node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.record(
      {
        type: fc.constant('text'),
        text: fc.constantFrom(...TEXTS),
        marks: fc.array(
          fc.record(
            { type: fc.constantFrom(...MARKS, '__proto__', 'constructor'), attrs: record },
            { requiredKeys: ['type'] },
          ),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: ['type', 'text'] },
    ),
    fc.record(
      {
        type: fc.constantFrom(...TYPES),
        attrs: fc.oneof(
          record,
          record.map((markup) => ({ markup })),
        ),
        content: fc.array(tie('node'), { maxLength: 4 }),
      },
      { requiredKeys: ['type'] },
    ),
  ),
})).node;

const dialects: readonly Dialect[] = ['tiptap', 'ondoki', 'outline', 'docmost'];

/** What a conversion gives, undefined when it refuses with an error of ours; any other error is thrown on. */
function result<T>(convert: () => { readonly value: T }): T | undefined {
  try {
    return convert().value;
  } catch (error) {
    if (error instanceof DocbridgeError) return undefined;
    throw error;
  }
}

function docOf(content: readonly unknown[]): TiptapDocument {
  // As it comes from a platform: nobody has checked it.
  return JSON.parse(JSON.stringify({ type: 'doc', content })) as TiptapDocument;
}

function assertEnds(doc: TiptapDocument, other: TiptapDocument, options: ConvertOptions): void {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const markdown = result(() => tiptapToMarkdown({ doc }, options));
  if (markdown !== undefined) {
    const file: TiptapFile | undefined = result(() => markdownToTiptap(markdown, options));
    assert.ok(file !== undefined, 'what was written can be read');
    const base = { markdown, tiptap: doc };
    result(() => tiptapToMarkdown({ doc: other }, { ...options, base }));
    result(() => markdownToTiptap(`${markdown}\n\nb\n`, { ...options, base }));
    result(() => markdownToTiptap(markdown, { ...options, schema: 'official', base }));
  }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before);
}

suite('conversion of documents that nobody checked', function () {
  this.timeout(120_000);

  for (const [name, arbitrary] of [
    ['of any shape', node],
    ['of odd content', sane],
  ] as const) {
    test(`${name}: ends in a value or an error of ours`, () => {
      fc.assert(
        fc.property(
          fc.array(arbitrary, { maxLength: 4 }),
          fc.array(arbitrary, { maxLength: 4 }),
          fc.constantFrom(...dialects),
          (content, other, dialect) => {
            assertEnds(docOf(content), docOf(other), { dialect });
          },
        ),
        { numRuns: Number(process.env['DOCBRIDGE_RUNS'] ?? 500) },
      );
    });
  }

  test('what is no document is refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const doc = JSON.parse(JSON.stringify(json)) as TiptapDocument;
        assert.throws(() => tiptapToMarkdown({ doc }), DocbridgeError);
        assert.throws(() => markdownToTiptap('a', { base: { markdown: 'a', tiptap: doc } }), DocbridgeError);
        assert.throws(
          () => tiptapToMarkdown({ doc: { type: 'doc' } }, { base: { markdown: 'a', tiptap: doc } }),
          DocbridgeError,
        );
      }),
    );
  });
});
