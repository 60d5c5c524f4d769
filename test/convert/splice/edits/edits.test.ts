import assert from 'node:assert/strict';
import { makeEdits } from './makeEdits.js';
import { PAGES } from './pages.js';

const FORMS = ['extended', 'official'] as const;

/** Edits that all pages together are to have; each is made in both forms. */
const LEAST = 2000;

for (const schema of FORMS) {
  suite(`edits over a base, ${schema} schema`, () => {
    let total = 0;
    for (const page of PAGES) {
      test(`change what they are about and no other line: ${page.name}`, () => {
        const { count, wrong } = makeEdits(page, schema);
        total += count;
        assert.ok(count > 0);
        assert.deepEqual(wrong, []);
      });
    }

    test('are many', () => {
      assert.ok(total * FORMS.length >= LEAST, `${total}`);
    });
  });
}
