import assert from 'node:assert/strict';
import { canonicalJson } from '../../../server/src/convert/compare.js';
import { downgrade } from '../../../server/src/convert/downgrade.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { BLOCK_RULES, INLINE_RULES } from '../../../server/src/convert/nodes/registry.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import {
  checkDocument,
  extendedBlockImageSchema,
  extendedSchema,
  officialSchema,
} from '../support/schema.js';

/** Examples show remembered markup, so it counts here. */
function exactly(doc: TiptapDocument): unknown {
  return JSON.parse(JSON.stringify({ canonical: canonicalJson(doc), markup: markups(doc) }));
}

function markups(doc: TiptapDocument): string {
  return (
    JSON.stringify(doc)
      .match(/"markup":\{[^}]*\}/g)
      ?.join() ?? ''
  );
}

for (const rule of [...BLOCK_RULES, ...INLINE_RULES]) {
  suite(`the rule of ${rule.types.join(', ')}`, () => {
    test('has examples', () => {
      assert.ok(rule.examples.length > 0);
    });

    for (const { name, markdown, tiptap, flavour = 'md', only } of rule.examples) {
      const doc: TiptapDocument = { type: 'doc', content: tiptap };
      const source = markdown === '' ? '' : `${markdown}\n`;

      if (only !== 'print') {
        test(`reads: ${name}`, () => {
          const { value } = markdownToTiptap(source, { flavour });
          assert.deepEqual(exactly(value.doc), exactly(doc));
          const between =
            value.doc.content?.some(({ type }) => type === 'image' || type === 'callout') === true;
          checkDocument(between ? extendedBlockImageSchema : extendedSchema, value.doc);
          checkDocument(officialSchema, downgrade(value.doc).value);
        });
      }

      if (only !== 'read') {
        test(`prints: ${name}`, () => {
          assert.equal(tiptapToMarkdown({ doc }, { flavour }).value, source);
        });
      }
    }
  });
}
