import assert from 'node:assert/strict';
import { StepBudget } from '../../../server/src/convert/budget/StepBudget.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';

/** How much can be spent before the budget ends, in steps of a million. */
function capacity(size: number): number {
  const budget = new StepBudget(() => size);
  for (let spent = 0; ; spent += 1) {
    try {
      budget.spend(1_000_000);
    } catch (error) {
      assert.equal((error as { readonly code?: string }).code, 'conversion-too-complex');
      return spent;
    }
  }
}

suite('StepBudget', () => {
  test('grows with the size of the input', () => {
    assert.ok(capacity(0) > 0);
    assert.equal(capacity(2_000_000) - capacity(1_000_000), capacity(1_000_000) - capacity(0));
  });

  test('asks for the size only when much was spent', () => {
    const budget = new StepBudget(() => assert.fail('nobody needs to know'));
    budget.spend(1_000_000);
  });

  test('ends conversions that would take too much work, in both directions', () => {
    const budget = {
      spend: () => {
        throw new RangeError('spent');
      },
    };
    const { value } = markdownToTiptap('a\n');
    assert.throws(() => markdownToTiptap('a\n', { budget }), { message: 'spent' });
    assert.throws(() => tiptapToMarkdown(value, { budget }), { message: 'spent' });
    const base = { markdown: 'a\n', tiptap: value.doc };
    const { value: edited } = markdownToTiptap('b\n');
    assert.throws(() => tiptapToMarkdown(edited, { base, budget }), { message: 'spent' });
  });
});
