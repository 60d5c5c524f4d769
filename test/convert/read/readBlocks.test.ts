import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { dialectTraits } from '../../../server/src/convert/dialects.js';
import { readBlocks } from '../../../server/src/convert/read/readBlocks.js';

/** A node of a kind that there is no rule for. */
function strange(from: number, to: number): Nodes {
  const point = (offset: number): string => `{"line":1,"column":${offset + 1},"offset":${offset}}`;
  return JSON.parse(`{"type":"strange","position":{"start":${point(from)},"end":${point(to)}}}`) as Nodes;
}

suite('readBlocks', () => {
  const read = (text: string, nodes: readonly Nodes[]): ReturnType<typeof readBlocks> =>
    readBlocks(nodes, {
      text,
      traits: dialectTraits(),
      definitions: new Map(),
      notices: [],
      sources: undefined,
    });

  test('carries the source of a block that there is no rule for', () => {
    const [placed, ...others] = read('<<a>>\n', [strange(0, 5)]);
    assert.deepEqual(others, []);
    assert.deepEqual([placed?.start, placed?.end], [0, 5]);
    assert.equal(placed?.node.type, 'rawBlock');
    assert.equal(placed.node.attrs?.['source'], '<<a>>');
  });

  test('carries the source of what there is no rule for in a line', () => {
    const paragraph = { type: 'paragraph', children: [strange(2, 5)] } as Nodes;
    const [placed] = read('a {b} c', [paragraph]);
    const [inline] = placed?.node.content ?? [];
    assert.equal(inline?.type, 'rawInline');
    assert.equal(inline.attrs?.['source'], '{b}');
  });

  test('reads nothing of nothing', () => {
    assert.deepEqual(read('', []), []);
  });
});
