import assert from 'node:assert/strict';
import { inputSize } from '../../../server/src/convert/budget/inputSize.js';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';

const text = (value: string): TiptapNode => ({ type: 'text', text: value });
const doc = (...content: readonly TiptapNode[]) => ({ type: 'doc' as const, content });

suite('inputSize', () => {
  test('counts text, nodes, marks and attributes', () => {
    assert.equal(inputSize('abc'), 3);
    const bare = inputSize(doc(text('a')));
    assert.equal(inputSize(doc(text('aaaa'))), bare + 3);
    for (const more of [
      { marks: [{ type: 'bold' }] },
      { attrs: { a: 'b' } },
      { attrs: { a: [1, { b: null }] } },
    ]) {
      assert.ok(inputSize(doc({ ...text('a'), ...more })) > bare);
    }
  });

  test('counts both forms of a base', () => {
    const base = { markdown: 'abcd', tiptap: doc(text('a')) };
    assert.equal(inputSize('abc', base), 7 + inputSize(base.tiptap));
  });

  test('takes what is no document', () => {
    for (const json of [
      '{}',
      '{"type":"doc","content":5}',
      '{"content":[null,5,{"marks":null,"attrs":null}]}',
      'null',
    ]) {
      assert.equal(typeof inputSize(JSON.parse(json) as TiptapNode), 'number');
    }
  });
});
