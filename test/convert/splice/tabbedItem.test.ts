import assert from 'node:assert/strict';
import { hangsOnTabs, tabbedPrefix } from '../../../server/src/convert/splice/tabbedItem.js';

suite('tabbedPrefix', () => {
  for (const [source, prefix] of [
    ['-\ta', '-   '],
    ['1.\ta', '1.  '],
    [' - \ta', ' -  '],
    ['10.\ta', '10. '],
    ['- a', undefined],
    ['-\t\ta', undefined],
    ['-\t', undefined],
    [undefined, undefined],
  ] as const) {
    test(`${JSON.stringify(source)} is ${JSON.stringify(prefix)} with spaces`, () => {
      assert.equal(tabbedPrefix(source), prefix);
    });
  }
});

suite('hangsOnTabs', () => {
  test('is so when a later line begins with a tab', () => {
    assert.equal(hangsOnTabs('a\n\tb'), true);
    assert.equal(hangsOnTabs('a\n \tb'), true);
    assert.equal(hangsOnTabs('a\tb\nc'), false);
  });
});
