import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readOpaque, writeOpaque } from '../../../server/src/convert/carrier/opaque.js';
import { sameNode } from '../../../server/src/convert/compare.js';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';
import { documents } from '../support/documents.js';

function json(fence: string): string {
  return fence.split('\n').slice(1, -1).join('\n');
}

suite('opaque nodes', () => {
  test('are carried without what says nothing, keys in one order', () => {
    const node: TiptapNode = {
      text: 'x',
      marks: [{ attrs: { title: null, href: 'a', target: null }, type: 'link' }],
      attrs: { z: 1, id: null, markup: { source: 'y' }, a: [null] },
      content: [],
      type: 'odd',
    };
    assert.equal(
      json(writeOpaque(node)).replace(/\s/g, ''),
      '{"type":"odd","attrs":{"a":[null],"z":1},"marks":[{"type":"link","attrs":{"href":"a","target":null}}],"text":"x"}',
    );
  });

  test('come back as the same node, which is written the same', () => {
    fc.assert(
      fc.property(documents('hostile'), (doc) => {
        const written = writeOpaque(doc);
        const back = readOpaque(json(written));
        assert.ok(back !== undefined && sameNode(back, doc));
        assert.equal(writeOpaque(back), written);
      }),
      { numRuns: 50 },
    );
  });
});
