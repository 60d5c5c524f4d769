import assert from 'node:assert/strict';
import { EntryIndex } from '../../client/src/workspace/EntryIndex.js';
import { entry } from './entries.js';

suite('entry index', () => {
  const index = new EntryIndex([
    entry('a.md'),
    entry('Folder', { kind: 'folder' }),
    entry('Folder/b.md'),
    entry('Deep/er/c.md'),
    entry('.meta/meta.json', { kind: 'file', id: undefined }),
  ]);

  test('finds entries and lists folders, implied ones too', () => {
    assert.equal(index.get('Folder/b.md')?.path, 'Folder/b.md');
    assert.equal(index.get('nowhere.md'), undefined);
    assert.deepEqual([...(index.children('') ?? [])].sort(), [
      ['.meta', 'folder'],
      ['Deep', 'folder'],
      ['Folder', 'folder'],
      ['a.md', 'file'],
    ]);
    assert.deepEqual([...(index.children('Deep/er') ?? [])], [['c.md', 'file']]);
    assert.equal(index.isFolder('Deep'), true);
    assert.equal(index.isFolder('a.md'), false);
    assert.equal(index.children('a.md'), undefined);
  });

  test('tells what was created, changed and deleted; a new state alone is nothing', () => {
    const next = new EntryIndex([
      entry('a.md', { revision: '2' }),
      entry('Folder', { kind: 'folder', revision: '2' }),
      entry('Folder/b.md', { state: 'conflict' }),
      entry('new.md'),
      entry('.meta/meta.json', { kind: 'file', id: undefined }),
    ]);
    assert.deepEqual(index.changesTo(next), [
      { kind: 'changed', path: 'a.md' },
      { kind: 'created', path: 'new.md' },
      { kind: 'deleted', path: 'Deep/er/c.md' },
    ]);
    assert.deepEqual(index.changesTo(index), []);
  });

  test('of nothing has an empty root', () => {
    assert.deepEqual([...(new EntryIndex([]).children('') ?? [])], []);
  });
});
