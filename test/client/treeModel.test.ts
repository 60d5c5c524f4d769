import assert from 'node:assert/strict';
import { treeModel, type TreeItemModel } from '../../client/src/views/treeModel.js';
import type { WorkspaceEntry } from '../../server/src/protocol.js';
import { entry } from './entries.js';

const outline = (items: readonly TreeItemModel[]): unknown[] =>
  items.map(({ label, kind, children }) => (kind === 'folder' ? [label, ...outline(children)] : label));
const tree = (entries: readonly WorkspaceEntry[]): unknown[] => outline(treeModel(entries));

suite('tree model', () => {
  test('keeps the order of the platform, folders and documents mixed', () => {
    const entries = [
      entry('b.md', { title: 'B', order: 2 }),
      entry('folder', { kind: 'folder', title: 'Folder', order: 1 }),
      entry('folder/z.md', { title: 'Z', order: 0 }),
      entry('folder/a.md', { title: 'A', order: 1 }),
      entry('a.md', { title: 'A', order: 0 }),
    ];
    assert.deepEqual(tree(entries), ['A', ['Folder', 'Z', 'A'], 'B']);
  });

  test('without an order sorts by title', () => {
    assert.deepEqual(
      tree([entry('2.md', { title: 'b' }), entry('1.md', { title: 'C' }), entry('3.md', { title: 'a' })]),
      ['a', 'b', 'C'],
    );
  });

  test('makes folders that only paths imply', () => {
    assert.deepEqual(tree([entry('a/b/c.md', { title: 'C' })]), [['a', ['b', 'C']]]);
  });

  test('shows an app in place of its folder, and no derived file', () => {
    const entries = [
      entry('Stock/v1.json', { kind: 'app', title: 'Stock' }),
      entry('.meta/meta.json', { kind: 'file', id: undefined }),
      entry('a.md', { title: 'A', order: 0 }),
    ];
    assert.deepEqual(tree(entries), ['A', 'Stock']);
  });

  test('keeps an empty folder', () => {
    assert.deepEqual(tree([entry('empty', { kind: 'folder', title: 'Empty' })]), [['Empty']]);
  });

  test('every shown entry is in the tree exactly once', () => {
    const entries = Array.from({ length: 60 }, (_, i) =>
      entry(`f${i % 5}/g${i % 7}/d${i}.md`, { title: `D${i}` }),
    );
    const count = (items: readonly TreeItemModel[]): number =>
      items.reduce((sum, { kind, children }) => sum + (kind === 'folder' ? count(children) : 1), 0);
    assert.equal(count(treeModel(entries)), 60);
  });
});
