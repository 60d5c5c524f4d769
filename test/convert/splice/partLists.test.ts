import assert from 'node:assert/strict';
import { partLists } from '../../../server/src/convert/splice/partLists.js';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';

type Kind = 'bulletList' | 'taskList' | 'orderedList' | 'paragraph';

/** Lists told by their marker; `kept` ones stand as they were, `new` ones have no marker yet. */
function markers(...lists: readonly (readonly [Kind, 'kept' | 'new', string?])[]): readonly unknown[] {
  const nodes = lists.map(([type, , marker]): TiptapNode => {
    const name = type === 'orderedList' ? 'delimiter' : 'bullet';
    return marker === undefined ? { type } : { type, attrs: { markup: { [name]: marker } } };
  });
  return partLists(nodes, (index) => ({
    kept: lists[index]?.[1] === 'kept',
    reopen: () => ({
      ...nodes[index],
      type: nodes[index]?.type ?? '',
      attrs: { ...nodes[index]?.attrs, again: true },
    }),
  })).map((node) => node.attrs ?? {});
}

suite('partLists', () => {
  test('leaves lists alone that stand apart or are told apart', () => {
    assert.deepEqual(markers(['bulletList', 'kept'], ['paragraph', 'new'], ['bulletList', 'kept']), [
      {},
      {},
      {},
    ]);
    assert.deepEqual(markers(['bulletList', 'kept'], ['orderedList', 'new']), [{}, {}]);
    assert.deepEqual(markers(['bulletList', 'kept', '*'], ['bulletList', 'kept']), [
      { markup: { bullet: '*' } },
      {},
    ]);
  });

  test('a new list gives way to those that stay, above and below', () => {
    assert.deepEqual(markers(['bulletList', 'kept'], ['taskList', 'new'], ['bulletList', 'kept', '*']), [
      {},
      { markup: { bullet: '+' } },
      { markup: { bullet: '*' } },
    ]);
    assert.deepEqual(markers(['orderedList', 'new'], ['orderedList', 'kept']), [
      { markup: { delimiter: ')' } },
      {},
    ]);
  });

  test('of two that stay and met the lower one is opened again', () => {
    assert.deepEqual(markers(['bulletList', 'kept'], ['bulletList', 'kept']), [
      {},
      { again: true, markup: { bullet: '*' } },
    ]);
  });

  test('numbers change their delimiter with their list', () => {
    const list = { type: 'orderedList', attrs: { markup: { numbers: ['1.', '5.', 7] } } };
    const [, second] = partLists([{ type: 'orderedList' }, list], () => ({ kept: true, reopen: () => list }));
    assert.deepEqual(second?.attrs?.['markup'], { numbers: ['1)', '5)', 7], delimiter: ')' });
  });

  test('between two delimiters that are both taken the one above counts', () => {
    assert.deepEqual(markers(['orderedList', 'kept'], ['orderedList', 'new'], ['orderedList', 'kept', ')']), [
      {},
      { markup: { delimiter: ')' } },
      { again: true, markup: { delimiter: '.' } },
    ]);
  });
});
