import assert from 'node:assert/strict';
import type { Edit } from '../../../scripts/conformance/edits/Edit.js';
import { outsideLines } from '../../../scripts/conformance/edits/outsideLines.js';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';

function paragraph(...texts: readonly string[]): TiptapNode {
  return { type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) };
}

function outside(
  before: string,
  after: string,
  old: TiptapNode,
  fresh: TiptapNode,
  structural = false,
): readonly string[] {
  const doc = { type: 'doc' as const };
  const edit: Edit = { kind: 'test', structural, words: true, apply: () => ({ doc }) };
  return outsideLines(before, after, edit, { doc, before: old, after: fresh }).outside;
}

suite('outsideLines', () => {
  const old = paragraph('one ', 'two & ', 'snake_case');
  const fresh = paragraph('one ', 'zq & ', 'snake_case');

  test('are none when only lines of the block change', () => {
    const before = '1. one **two** &amp; sn&#x61;ke\\_case\n\nother\n';
    assert.deepEqual(outside(before, before.replace('two', 'zq'), old, fresh), []);
  });

  test('are lines with words of other blocks', () => {
    assert.deepEqual(outside('* one two\n* other\n', '- one zq\n- other\n', old, fresh), [
      '-* other\n',
      '+- other\n',
    ]);
  });

  test('are blank lines that a paragraph cannot hold', () => {
    assert.deepEqual(outside('one two\n\n\nx\n', 'one zq\n\nx\n', old, fresh), ['-\n']);
    assert.deepEqual(outside('one two\n\n\nx\n', 'one zq\n\nx\n', old, fresh, true), []);
  });

  test('are lines that still say what the block no longer says', () => {
    assert.deepEqual(outside('one two\n', 'one two zq\n', old, fresh), ['+one two zq\n']);
  });
});
