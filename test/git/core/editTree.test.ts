import assert from 'node:assert/strict';
import fc from 'fast-check';

import { editTree } from '../../../server/src/git/core/editTree.js';
import type { GitObject } from '../../../server/src/git/core/gitObject.js';
import { isTree, parseTree } from '../../../server/src/git/core/treeEntries.js';
import type { FileChange } from '../../../server/src/git/Remote.js';
import { sha1 } from '../../../server/src/git/sha1.js';

/** Applies changes to an object store in memory. */
class Store {
  readonly objects = new Map<string, GitObject>();
  reads = 0;

  async edit(root: string | undefined, changes: readonly FileChange[]): Promise<string> {
    const read = (oid: string): Promise<Uint8Array> => {
      this.reads++;
      const object = this.objects.get(oid);
      assert.ok(object, `${oid} is known`);
      return Promise.resolve(object.content);
    };
    const edited = await editTree(root, changes, read, sha1);
    for (const [oid, object] of edited.objects) this.objects.set(oid, object);
    return edited.root;
  }

  files(root: string, prefix = ''): Record<string, string> {
    const found: Record<string, string> = {};
    for (const entry of parseTree(this.objects.get(root)?.content ?? new Uint8Array())) {
      const path = prefix + (entry.name ?? '?');
      if (isTree(entry)) Object.assign(found, this.files(entry.oid, `${path}/`));
      else found[path] = new TextDecoder().decode(this.objects.get(entry.oid)?.content);
    }
    return found;
  }
}

const write = (path: string, text: string): FileChange => ({
  op: 'write',
  path,
  mode: '100644',
  bytes: new TextEncoder().encode(text),
});

suite('editTree', () => {
  const path = fc
    .array(fc.constantFrom('d1', 'd2', 'd3'), { maxLength: 3 })
    .chain((folders) => fc.constantFrom('f1', 'f2', 'f3').map((file) => [...folders, file].join('/')));
  const edits = fc.dictionary(path, fc.option(fc.constantFrom('one', 'two', 'three')));

  test('gives what a map of files would give, and depends on the files alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { maxLength: 4 }), async (steps) => {
        const store = new Store();
        const model = new Map<string, string>();
        let root: string | undefined;
        for (const step of steps) {
          const changes = Object.entries(step).map(([name, text]): FileChange => {
            if (text === null) model.delete(name);
            else model.set(name, text);
            return text === null ? { op: 'delete', path: name } : write(name, text);
          });
          root = await store.edit(root, changes);
          assert.deepEqual(store.files(root), Object.fromEntries(model));
        }
        const fresh = await new Store().edit(
          undefined,
          [...model].reverse().map(([name, text]) => write(name, text)),
        );
        if (root !== undefined) assert.equal(root, fresh);
      }),
    );
  });

  test('reads only the directories that the changes name', async () => {
    const store = new Store();
    const root = await store.edit(undefined, [write('a/b/c', '1'), write('x/y/z', '2'), write('top', '3')]);
    store.reads = 0;
    await store.edit(root, [write('a/b/c', '4')]);
    assert.equal(store.reads, 3);
  });

  test('a change that changes nothing makes no tree', async () => {
    const store = new Store();
    const root = await store.edit(undefined, [write('a/b', '1')]);
    const edited = await store.edit(root, [
      write('a/b', '1'),
      { op: 'delete', path: 'a/c' },
      { op: 'delete', path: 'q/r' },
    ]);
    assert.equal(edited, root);
  });

  test('the last file of all leaves the empty tree that Git knows', async () => {
    const store = new Store();
    const root = await store.edit(undefined, [write('a/b', '1')]);
    assert.equal(
      await store.edit(root, [{ op: 'delete', path: 'a/b' }]),
      '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    );
  });
});
