import assert from 'node:assert/strict';
import { itemLook } from '../../client/src/views/itemStates.js';
import type { ItemState } from '../../server/src/protocol.js';
import { t } from './translate.js';

suite('looks of item states', () => {
  const marked: readonly ItemState[] = [
    'platform-changed',
    'git-changed',
    'both-changed',
    'conflict',
    'not-in-git',
    'not-on-platform',
  ];
  test('have a badge of at most two characters and a colour of the Git decorations', () => {
    for (const state of marked) {
      const look = itemLook(state, t);
      assert.ok(look);
      assert.ok(look.badge.length <= 2);
      assert.match(look.color, /^gitDecoration\./);
    }
    assert.equal(new Set(marked.map((state) => itemLook(state, t)?.text)).size, marked.length);
  });
  test('what is in step needs none', () => {
    assert.equal(itemLook('in-sync', t), undefined);
    assert.equal(itemLook('unknown', t), undefined);
  });
});
