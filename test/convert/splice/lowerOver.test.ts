import assert from 'node:assert/strict';
import fc from 'fast-check';
import { downgrade } from '../../../server/src/convert/downgrade.js';
import { readMarkdown } from '../../../server/src/convert/readMarkdown.js';
import { lowerOver } from '../../../server/src/convert/splice/lowerOver.js';
import { readBase } from '../../../server/src/convert/splice/readBase.js';
import { termsOf } from '../../../server/src/convert/terms.js';
import type { Dialect, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { HANDBOOK } from '../support/handbook.js';

const DIALECTS: readonly Dialect[] = ['tiptap', 'ondoki', 'outline', 'docmost'];

/** Blocks of which a plain platform has to be told otherwise, and one that every platform takes. */
const ADDED: readonly TiptapNode[] = [
  { type: 'rawBlock', attrs: { kind: 'html', source: '<div>' } },
  { type: 'callout', attrs: { type: 'note' }, content: [{ type: 'paragraph' }] },
  { type: 'paragraph', content: [{ type: 'rawInline', attrs: { kind: 'html', source: '<kbd>' } }] },
  { type: 'paragraph' },
];

suite('downgrading a document over its base', () => {
  for (const dialect of DIALECTS) {
    test(`gives what downgrading all of it gives: ${dialect}`, () => {
      const terms = termsOf(HANDBOOK, { dialect });
      const { doc } = readMarkdown(HANDBOOK, terms);
      const held = downgrade(doc, dialect).value;
      const reading = readBase({ markdown: HANDBOOK, tiptap: held }, { dialect }, terms);
      const blocks = reading.file.doc.content ?? [];
      fc.assert(
        fc.property(fc.nat(blocks.length), fc.nat(3), fc.subarray([...ADDED]), (at, out, added) => {
          const content = [...blocks.slice(0, at), ...added, ...blocks.slice(at + out)];
          const edited = { ...reading.file.doc, content };
          assert.deepEqual(lowerOver(edited, reading, dialect, held), downgrade(edited, dialect, held));
        }),
      );
    });
  }
});
