import assert from 'node:assert/strict';
import type { Container } from '../../../server/src/convert/read/Reader.js';
import { stripContainers } from '../../../server/src/convert/read/stripContainers.js';

const quote: Container = { kind: 'quote' };
const item: Container = { kind: 'item', width: 2, spread: false };

suite('stripContainers', () => {
  for (const [name, slice, containers, expected] of [
    ['leaves text outside of containers alone', 'a\n> b', [], 'a\n> b'],
    ['leaves the first line alone', '> a', [quote], '> a'],
    ['takes quote markers and one blank off', 'a\n> b\n   >c\n>  d', [quote], 'a\nb\nc\n d'],
    ['takes indentation off', 'a\n  b\n   c', [item], 'a\nb\n c'],
    ['takes of a blank line what is there', 'a\n \n\n   \nb', [item], 'a\n\n\n \nb'],
    [
      'takes one container off after the other, as far as they go',
      'a\n>   b\n  > c',
      [quote, item],
      'a\nb\nc',
    ],
    ['leaves lazy continuations alone', 'a\nb\n> c', [quote, item], 'a\nb\nc'],
  ] as const) {
    test(name, () => {
      assert.equal(stripContainers(slice, containers), expected);
    });
  }
});
