import assert from 'node:assert/strict';
import { canonicalJson, sameDocument } from '../../server/src/convert/compare.js';
import type { TiptapDocument, TiptapMark, TiptapNode } from '../../server/src/convert/tiptap.js';

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
