import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson, sameDocument, sameNode } from '../../server/src/convert/compare.js';
import type { Json, TiptapDocument, TiptapMark, TiptapNode } from '../../server/src/convert/tiptap.js';

function doc(...content: readonly TiptapNode[]): TiptapDocument {
  return { type: 'doc', content };
}

function text(value: string, ...marks: readonly TiptapMark[]): TiptapNode {
  return { type: 'text', text: value, marks };
}

suite('sameDocument', () => {
  for (const [name, a, b, same] of [
    [
      'key order',
      { type: 'heading', attrs: { level: 2, id: 'a' } },
      { attrs: { id: 'a', level: 2 }, type: 'heading' },
      true,
    ],
    ['null and absent', { type: 'paragraph', attrs: { textAlign: null } }, { type: 'paragraph' }, true],
    ['defaults', { type: 'orderedList', attrs: { start: 1, tight: true } }, { type: 'orderedList' }, true],
    ['empty and absent content', { type: 'paragraph', content: [] }, { type: 'paragraph' }, true],
    ['style', { type: 'paragraph', attrs: { markup: { gap: 2 } } }, { type: 'paragraph' }, true],
    [
      'a reference',
      { type: 'image', attrs: { src: 'a', ref: 'x', refType: 'full' } },
      { type: 'image', attrs: { src: 'a' } },
      true,
    ],
    [
      'text in pieces',
      { type: 'paragraph', content: [text('a'), text('b')] },
      { type: 'paragraph', content: [text('ab')] },
      true,
    ],
    ['an id', { type: 'paragraph', attrs: { id: 'a' } }, { type: 'paragraph', attrs: { id: 'b' } }, false],
    [
      'a null that is no default',
      { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { target: null } }] },
      text('x', { type: 'link' }),
      false,
    ],
    [
      'the order of marks',
      text('x', { type: 'bold' }, { type: 'italic' }),
      text('x', { type: 'italic' }, { type: 'bold' }),
      false,
    ],
    [
      'code, which is always innermost',
      text('x', { type: 'code' }, { type: 'bold' }),
      text('x', { type: 'bold' }, { type: 'code' }),
      true,
    ],
    ['text', text('a'), text('b'), false],
  ] as const satisfies readonly (readonly [string, TiptapNode, TiptapNode, boolean])[]) {
    test(`${name}: ${same ? 'the same' : 'a difference'}`, () => {
      assert.equal(sameDocument(doc(a), doc(b)), same);
    });
  }

  test('seen as Markdown, ids and comment threads do not count, nor does the order of marks', () => {
    const a = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [text('x', { type: 'bold' }, { type: 'italic' })],
    };
    const b = {
      type: 'paragraph',
      content: [text('x', { type: 'italic' }, { type: 'comment' }, { type: 'bold' })],
    };
    assert.equal(canonicalJson(a, { view: 'markdown' }), canonicalJson(b, { view: 'markdown' }));
  });

  test('an id that says who is meant counts', () => {
    const mention = (id: string): TiptapNode => ({ type: 'mention', attrs: { id } });
    assert.notEqual(
      canonicalJson(mention('a'), { view: 'markdown' }),
      canonicalJson(mention('b'), { view: 'markdown' }),
    );
  });
});

/** Few values, so that two of a kind are often the same, and all that comparing has rules for. */
const attributes = fc.dictionary(
  fc.constantFrom('id', 'level', 'start', 'tight', 'markup', 'target', 'textAlign', 'alt', '__proto__'),
  fc.constantFrom<Json>(null, '', 'a', 1, true, false, '_blank', [1, { b: 2, a: 1 }], [1, { a: 1, b: 2 }]),
  { maxKeys: 2 },
);
const mark = fc.record(
  { type: fc.constantFrom('bold', 'code', 'link', 'comment'), attrs: attributes },
  { requiredKeys: ['type'] },
);
const marks = fc.array(mark, { maxLength: 2 });
const { node } = fc.letrec<{ node: TiptapNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      { type: fc.constant('text'), text: fc.constantFrom('', 'a', 'b', 'ab'), marks, attrs: attributes },
      { requiredKeys: ['type', 'text'] },
    ),
    fc.record(
      {
        type: fc.constantFrom('paragraph', 'heading', 'orderedList', 'mention', 'text'),
        attrs: attributes,
        content: fc.array(tie('node'), { maxLength: 3 }),
        marks,
      },
      { requiredKeys: ['type'] },
    ),
  ),
}));

suite('sameNode', () => {
  for (const view of ['document', 'markdown'] as const) {
    test(`says what comparing the canonical text says, seen as ${view}`, () => {
      let same = 0;
      fc.assert(
        fc.property(node, node, (a, b) => {
          for (const [left, right] of [
            [a, b],
            [a, structuredClone(a)],
            [
              { type: 'doc', content: [a, b] },
              { type: 'doc', content: [b, a] },
            ],
            [
              { type: 'doc', content: [a, a] },
              { type: 'doc', content: [a, structuredClone(a)] },
            ],
          ] as const) {
            const expected = canonicalJson(left, { view }) === canonicalJson(right, { view });
            if (expected) same += 1;
            assert.equal(sameNode(left, right, { view }), expected);
          }
        }),
        { numRuns: 2000 },
      );
      assert.ok(same > 4000);
    });
  }
});
