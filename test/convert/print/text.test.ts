import assert from 'node:assert/strict';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { paragraph } from '../../../server/src/convert/nodes/inlineNode.js';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';

suite('text', () => {
  for (const [name, text, expected] of [
    ['a carriage return', 'a\rb', 'a&#xD;b'],
    ['blank lines', 'a\n\nb', 'a\n&#xA;b'],
    ['a line that is a tag', '<b>\na', '\\<b>\na'],
    ['tildes that might be a fence or strike', '~~~a~~~', '\\~\\~\\~a\\~\\~\\~'],
    ['a backslash in front of a reference', 'a\\\rb', 'a\\\\&#xD;b'],
    ['an underline of a heading', 'a\n===', 'a\n\\==='],
    ['a row below a header', 'a | b\n:- | -', 'a | b\n\\:- | -'],
  ] as const) {
    test(`is written so that it is read as text: ${name}`, () => {
      const doc: TiptapDocument = { type: 'doc', content: [paragraph(text)] };
      const { value } = tiptapToMarkdown({ doc });
      assert.equal(value, `${expected}\n`);
      assert.deepEqual(markdownToTiptap(value).value.doc.content?.[0]?.content, doc.content?.[0]?.content);
    });
  }

  test('of a heading may hold what closes one', () => {
    const doc: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'a ##' }] }],
    };
    assert.equal(tiptapToMarkdown({ doc }).value, '# a \\##\n');
  });
});
