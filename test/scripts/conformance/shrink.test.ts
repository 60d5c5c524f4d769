import assert from 'node:assert/strict';
import { shrink } from '../../../scripts/conformance/generate/shrink.js';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';

test('shrink cuts a document down to what fails', () => {
  const doc: TiptapDocument = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'before' }] },
      {
        type: 'blockquote',
        content: [
          {
            type: 'paragraph',
            attrs: { textAlign: 'right', id: 'x' },
            content: [
              { type: 'text', marks: [{ type: 'bold' }, { type: 'italic' }], text: 'some * text' },
              { type: 'hardBreak' },
            ],
          },
        ],
      },
    ],
  };
  const small = shrink(doc, (each) => {
    const text = JSON.stringify(each);
    return each.content?.every(({ type }) => type !== 'text') === true && /italic.*\*/.test(text);
  });
  assert.deepEqual(small.content, [
    { type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'italic' }], text: '*' }] },
  ]);
});
