import assert from 'node:assert/strict';
import { layOut, type BlockChoices } from '../../../server/src/convert/splice/layOut.js';
import type { WrittenBlock } from '../../../server/src/convert/verify/verifyWindow.js';

function choice(texts: readonly string[], kept = false): BlockChoices {
  return { node: { type: 'paragraph' }, texts, gaps: ['\n', '\n\n'], kept };
}

function join(blocks: readonly WrittenBlock[]): string {
  return blocks.map(({ gap, text }) => gap + text).join('');
}

/** Says which blocks are lost as long as the whole is not one of these texts. */
function accepting(
  lost: readonly number[],
  ...wanted: readonly string[]
): (blocks: readonly WrittenBlock[]) => readonly number[] {
  return (blocks) => (wanted.includes(join(blocks)) ? [] : lost);
}

suite('layOut', () => {
  test('takes the first text that is read as it should be', () => {
    const laid = layOut([choice(['a'], true), choice(['b', 'c'])], accepting([1], '\na\nc'));
    assert.deepEqual([laid.done, join(laid.blocks)], [true, '\na\nc']);
  });

  test('tries all texts before it parts them by other gaps', () => {
    const tried: string[] = [];
    const laid = layOut([choice(['a'], true), choice(['b', 'c'])], (blocks) => {
      tried.push(join(blocks));
      return join(blocks) === '\na\n\nb' ? [] : [1];
    });
    assert.equal(laid.done, true);
    assert.deepEqual(tried, ['\na\nb', '\na\nc', '\na\n\nb']);
  });

  test('a block that did not change gives way last', () => {
    const laid = layOut([choice(['a'], true), choice(['b'])], accepting([0, 1], '\n\na\n\nb'));
    assert.deepEqual([laid.done, join(laid.blocks)], [true, '\n\na\n\nb']);
  });

  test('gives up when nothing is left to try', () => {
    const laid = layOut([choice(['a'], true), choice(['b'])], () => [0, 1]);
    assert.equal(laid.done, false);
  });
});
