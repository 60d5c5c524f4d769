import assert from 'node:assert/strict';
import { PARTS, readOptions } from '../../../../scripts/bench/convert/readOptions.js';

suite('bench: readOptions', () => {
  test('measures everything in five rounds when nothing is said', () => {
    assert.deepEqual(readOptions([]), {
      json: false,
      profile: false,
      rounds: 5,
      parts: new Set(PARTS),
      variants: [],
    });
  });

  test('takes parts, variants and rounds', () => {
    const options = readOptions([
      '--json',
      '--only',
      'edit,memory',
      '--variants',
      'marked,tiptap',
      '--rounds=9',
    ]);
    assert.equal(options.json, true);
    assert.equal(options.rounds, 9);
    assert.deepEqual(options.parts, new Set(['edit', 'memory']));
    assert.deepEqual(options.variants, ['marked', 'tiptap']);
  });

  for (const wrong of [
    ['--rounds', '0'],
    ['--rounds', 'x'],
    ['--only', 'nothing'],
    ['--unknown'],
    ['word'],
  ]) {
    test(`refuses ${wrong.join(' ')}`, () => assert.throws(() => readOptions(wrong), TypeError));
  }
});
