import assert from 'node:assert/strict';
import { sameContent } from '../../../server/src/convert/unified/sameContent.js';

suite('sameContent', () => {
  for (const [a, b, same] of [
    [{ type: 'text', value: 'a' }, { value: 'a', type: 'text' }, true],
    [{ type: 'text', value: 'a' }, { type: 'text', value: 'b' }, false],
    [{ type: 'link', title: null }, { type: 'link' }, true],
    [{ type: 'list', start: 0 }, { type: 'list', start: null }, false],
    [{ type: 'list', ordered: false }, { type: 'list' }, false],
    [{ type: 'a', position: { start: 1 } }, { type: 'a', data: { x: 1 } }, true],
    [{ type: 'table', align: ['left', null] }, { type: 'table', align: ['left', null] }, true],
    [{ type: 'table', align: ['left'] }, { type: 'table', align: ['left', null] }, false],
    [{ type: 'table', align: [] }, { type: 'table', align: {} }, false],
    [{ type: 'table', align: {} }, { type: 'table', align: [] }, false],
    [undefined, null, true],
    [undefined, { type: 'a' }, false],
  ] as const) {
    test(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${String(same)}`, () => {
      assert.equal(sameContent(a, b), same);
    });
  }
});
