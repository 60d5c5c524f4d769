import assert from 'node:assert/strict';
import type { WorkspaceEntry } from '../../server/src/protocol.js';
import { listingChanges } from '../../server/src/requests/listingChanges.js';

const entry = (path: string, revision = '1', id = path): WorkspaceEntry => ({
  path,
  kind: 'document',
  id,
  title: path,
  order: null,
  revision,
  modified: 0,
  state: 'unknown',
  readOnly: false,
});

suite('listingChanges', () => {
  test('nothing', () => {
    assert.deepEqual(listingChanges([entry('a.md')], [entry('a.md')]), []);
  });

  test('new, changed, replaced and gone', () => {
    const before = [entry('a.md'), entry('b.md'), entry('c.md'), entry('d.md')];
    const after = [entry('e.md'), entry('a.md'), entry('b.md', '2'), entry('c.md', '1', 'other')];
    assert.deepEqual(listingChanges(before, after), [
      { kind: 'created', path: 'e.md' },
      { kind: 'changed', path: 'b.md' },
      { kind: 'changed', path: 'c.md' },
      { kind: 'deleted', path: 'd.md' },
    ]);
  });

  test('a move is a deletion and a creation', () => {
    assert.deepEqual(listingChanges([entry('a.md', '1', 'x')], [entry('b.md', '1', 'x')]), [
      { kind: 'created', path: 'b.md' },
      { kind: 'deleted', path: 'a.md' },
    ]);
  });
});
