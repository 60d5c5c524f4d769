import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyBase } from '../../../server/src/sync/core/base.js';
import type { Base } from '../../../server/src/sync/core/base.js';
import { layout } from '../../../server/src/sync/core/layout.js';
import type { LayoutOptions } from '../../../server/src/sync/core/layout.js';
import { collisionKey } from '../../../server/src/sync/core/names.js';
import type { PlatformEntry } from '../../../server/src/platforms/Platform.js';
import { baseOf, entry, known } from '../../support/syncStates.js';

const defaults: LayoutOptions = { include: [], exclude: [], private: false, appFileName: '{version}' };

function paths(
  entries: readonly PlatformEntry[],
  base: Base = emptyBase,
  options = defaults,
): Record<string, string> {
  const { places } = layout(entries, base, options);
  return Object.fromEntries([...places].map(([id, place]) => [id, place.path]));
}

suite('layout', () => {
  test('folders nest, documents get .md, apps their version', () => {
    const entries = [
      entry('f', { kind: 'folder', title: 'Guides' }),
      entry('g', { kind: 'folder', title: 'Deep', parentId: 'f' }),
      entry('d', { title: 'Intro', parentId: 'g' }),
      entry('a', { kind: 'app', title: 'Orders', version: { id: 'x', name: 'v3' } }),
    ];
    assert.deepEqual(paths(entries), {
      f: 'Guides',
      g: 'Guides/Deep',
      d: 'Guides/Deep/Intro.md',
      a: 'Orders/v3.json',
    });
    assert.equal(paths(entries, emptyBase, { ...defaults, appFileName: '{app}' })['a'], 'Orders/Orders.json');
  });

  test('the later of two equal names gets the end of its id, case aside', () => {
    const entries = [
      entry('doc-000002', { title: 'intro', order: 1 }),
      entry('doc-000001', { title: 'Intro' }),
    ];
    assert.deepEqual(paths(entries), { 'doc-000001': 'Intro.md', 'doc-000002': 'intro-000002.md' });
  });

  test('a known item keeps its path when a newcomer of the same name comes first', () => {
    const base = baseOf(known('old', { title: 'Intro', path: 'Intro.md' }));
    const entries = [entry('new', { title: 'Intro', order: -1 }), entry('old', { title: 'Intro' })];
    assert.deepEqual(paths(entries, base), { old: 'Intro.md', new: 'Intro-new.md' });
  });

  test('a rename moves the file while its path is the projected one', () => {
    const base = baseOf(known('d', { title: 'Old', path: 'Old.md' }));
    assert.deepEqual(paths([entry('d', { title: 'New' })], base), { d: 'New.md' });
  });

  test('a path that a person chose stays through renames and moves', () => {
    const base = baseOf(
      known('f', { kind: 'folder', title: 'F', path: 'F' }),
      known('d', { title: 'Old', path: 'mine/readme.md', projected: 'Old.md' }),
    );
    const entries = [entry('f', { kind: 'folder', title: 'F' }), entry('d', { title: 'New', parentId: 'f' })];
    assert.equal(paths(entries, base)['d'], 'mine/readme.md');
  });

  test('the children of a renamed folder follow it', () => {
    const base = baseOf(
      known('f', { kind: 'folder', title: 'Old', path: 'Old' }),
      known('d', { title: 'Page', parentId: 'f', path: 'Old/Page.md' }),
    );
    const entries = [
      entry('f', { kind: 'folder', title: 'New' }),
      entry('d', { title: 'Page', parentId: 'f' }),
    ];
    assert.deepEqual(paths(entries, base), { f: 'New', d: 'New/Page.md' });
  });

  test('private items and what is in private folders stay out, unless asked for', () => {
    const entries = [
      entry('p', { private: true }),
      entry('f', { kind: 'folder', private: true }),
      entry('d', { parentId: 'f' }),
    ];
    const { places, leftOut } = layout(entries, emptyBase, defaults);
    assert.equal(places.size, 0);
    assert.deepEqual([...leftOut.values()], ['private', 'private', 'private']);
    assert.equal(Object.keys(paths(entries, emptyBase, { ...defaults, private: true })).length, 3);
  });

  test('include and exclude speak of projected paths; empty folders are reported', () => {
    const entries = [
      entry('f', { kind: 'folder', title: 'Guides' }),
      entry('e', { kind: 'folder', title: 'Empty' }),
      entry('a', { title: 'A', parentId: 'f' }),
      entry('b', { title: 'B', parentId: 'f' }),
      entry('c', { title: 'C' }),
    ];
    const { places, leftOut } = layout(entries, emptyBase, {
      ...defaults,
      include: ['Guides/**'],
      exclude: ['**/B.md'],
    });
    assert.deepEqual([...places.keys()].sort(), ['a', 'e', 'f']);
    assert.deepEqual(Object.fromEntries(leftOut), { b: 'excluded', c: 'excluded', e: 'empty-folder' });
  });

  test('paths are unique without regard to case, and laying out again from the result moves nothing', () => {
    const title = fc.oneof(
      fc.constantFrom('Intro', 'intro', 'INTRO', 'a/b', 'a-b', '', '.'),
      fc.string({ maxLength: 8 }),
    );
    const folder = fc.record({ title, parent: fc.nat(5) });
    const document = fc.record({ title, parent: fc.nat(5), order: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(folder, { maxLength: 5 }),
        fc.array(document, { maxLength: 12 }),
        (folders, documents) => {
          const entries = [
            ...folders.map((one, index) =>
              entry(`folder-${index}`, {
                kind: 'folder',
                title: one.title,
                parentId: one.parent < index ? `folder-${one.parent}` : null,
              }),
            ),
            ...documents.map((one, index) =>
              entry(`document-${index}`, {
                title: one.title,
                order: one.order,
                parentId: one.parent < folders.length ? `folder-${one.parent}` : null,
              }),
            ),
          ];
          const { places } = layout(entries, emptyBase, defaults);
          assert.equal(places.size, entries.length);
          assert.equal(
            new Set([...places.values()].map((place) => collisionKey(place.path))).size,
            entries.length,
          );
          const base = baseOf(
            ...entries.map((one) => {
              const place = places.get(one.id);
              assert.ok(place);
              return known(one.id, { ...place, kind: one.kind, title: one.title, parentId: one.parentId });
            }),
          );
          assert.deepEqual(layout(entries, base, defaults).places, places);
        },
      ),
    );
  });
});
