import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSummary } from '../../../../server/src/convert/gitbook/summary/readSummary.js';
import { writeSummary } from '../../../../server/src/convert/gitbook/summary/writeSummary.js';
import { soup, tree } from './arbitraries.js';
import { itemsOfCommonmark, itemsOfTree } from './oracle.js';

suite('the reader of SUMMARY.md beside commonmark.js', () => {
  test('finds the same items, depths, titles and destinations in any text', () => {
    fc.assert(
      fc.property(soup, (text) => {
        assert.deepEqual(itemsOfTree(readSummary(text).tree), itemsOfCommonmark(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('finds the same in files that the writer made', () => {
    fc.assert(
      fc.property(tree, (wanted) => {
        const { text } = writeSummary(undefined, wanted);
        // commonmark.js trims any Unicode blank off a paragraph and changes what a URL may not hold.
        fc.pre(!/[^\n -~]|%/.test(text));
        assert.deepEqual(itemsOfTree(readSummary(text).tree), itemsOfCommonmark(text));
      }),
      { numRuns: 150 },
    );
  });
});
