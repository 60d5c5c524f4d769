import assert from 'node:assert/strict';
import {
  definedLabel,
  definitionsOf,
  referredDefinition,
  writtenLabel,
} from '../../server/src/convert/labels.js';
import type { Json, TiptapNode } from '../../server/src/convert/tiptap.js';

const raw = (data: Json): TiptapNode => ({ type: 'rawBlock', attrs: { data } });

suite('definitionsOf', () => {
  test('finds definitions at any depth, by folded label, the first of each', () => {
    const nodes: readonly TiptapNode[] = [
      { type: 'blockquote', content: [raw({ label: 'a  B', url: 'u', title: 't' })] },
      raw({ label: 'A b', url: 'other' }),
      raw({ label: 'c', url: 'v', title: null }),
    ];
    assert.deepEqual(
      [...definitionsOf(nodes)],
      [
        ['A B', { url: 'u', title: 't' }],
        ['C', { url: 'v', title: undefined }],
      ],
    );
  });

  test('leaves out what is none', () => {
    assert.equal(
      definitionsOf([raw({ label: 1 }), raw({ label: ' ' }), raw([]), raw('a'), { type: 'rawBlock' }]).size,
      0,
    );
    assert.deepEqual([...definitionsOf([raw({ label: 'a' })]).values()], [{ url: '', title: undefined }]);
  });
});

suite('labels as they are written', () => {
  test('of references', () => {
    for (const [source, label] of [
      ['[a][b\\]c]', 'b\\]c'],
      ['[a][]', 'a'],
      ['![a][]', 'a'],
      ['[a]', 'a'],
      ['a', undefined],
      ['[*[a]*][]', undefined],
    ] as const) {
      assert.equal(writtenLabel(source), label, source);
    }
  });

  test('of definitions', () => {
    assert.equal(definedLabel('[a\\]b]: c'), 'a\\]b');
    assert.equal(definedLabel('a'), undefined);
  });
});

suite('referredDefinition', () => {
  const definitions = new Map([
    ['A', { url: 'u', title: undefined }],
    ['B', { url: 'u', title: 't' }],
  ]);

  for (const [name, label, title, found] of [
    ['finds what still says the same', 'a', undefined, 'A'],
    ['takes no title and an empty one for the same', 'a', '', 'A'],
    ['finds the same title', 'b', 't', 'B'],
    ['finds nothing when the title differs', 'b', undefined, undefined],
    ['finds nothing without a label', undefined, undefined, undefined],
    ['finds nothing for an unknown label', 'c', undefined, undefined],
  ] as const) {
    test(name, () => {
      const expected = found === undefined ? undefined : definitions.get(found);
      assert.equal(referredDefinition({ label, url: 'u', title }, definitions), expected);
    });
  }
});
