import assert from 'node:assert/strict';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';
import type { Json, TiptapDocument, TiptapNode } from '../../server/src/convert/tiptap.js';

function nested(levels: number, wrap: (inner: TiptapNode) => TiptapNode): TiptapDocument {
  let node: TiptapNode = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] };
  for (let level = 0; level < levels; level += 1) node = wrap(node);
  return { type: 'doc', content: [node] };
}

const quote = (inner: TiptapNode): TiptapNode => ({ type: 'blockquote', content: [inner] });

suite('limits of conversion', () => {
  for (const [name, markdown, code] of [
    ['11 million characters', 'a'.repeat(11_000_000), 'conversion-too-large'],
    ['5,000 quotes', `${'>'.repeat(5000)}a`, 'conversion-too-deep'],
    ['5,000 items on a line', `${'- '.repeat(5000)}a`, 'conversion-too-deep'],
    [
      '300 nested items',
      Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''),
      'conversion-too-deep',
    ],
    ['250,000 opening and closing brackets', '[]'.repeat(250_000), 'conversion-too-complex'],
    ['450,000 cells', `|a|\n|-|\n${'|b|\n'.repeat(450_000)}`, 'conversion-too-complex'],
  ] as const) {
    test(`refuses Markdown with ${name}`, () => {
      assert.throws(() => markdownToTiptap(markdown), { code });
    });
  }

  test('takes code that holds what it refuses outside code', () => {
    const markdown = `\`\`\`\n${'*a**b'.repeat(5000)}\n${'>'.repeat(5000)}\n\`\`\`\n`;
    assert.equal(tiptapToMarkdown(markdownToTiptap(markdown).value).value, markdown);
  });

  test('takes 90 nested quotes', () => {
    const doc = nested(90, quote);
    assert.equal(
      markdownToTiptap(tiptapToMarkdown({ doc }).value).value.doc.content?.[0]?.type,
      'blockquote',
    );
  });

  test('refuses documents that nest without end', () => {
    assert.throws(() => tiptapToMarkdown({ doc: nested(100_000, quote) }), { code: 'conversion-too-deep' });
  });

  for (const [name, doc, pointer] of [
    ['no document', { type: 'paragraph' }, ''],
    ['content that is no list', { type: 'doc', content: 5 }, '/content'],
    [
      'a node without a type',
      { type: 'doc', content: [{ type: 'paragraph', content: [{}] }] },
      '/content/0/content/0',
    ],
    ['text that is no text', { type: 'doc', content: [{ type: 'text', text: 5 }] }, '/content/0/text'],
    [
      'marks that are no marks',
      { type: 'doc', content: [{ type: 'text', text: 'a', marks: [5] }] },
      '/content/0/marks',
    ],
    ['content that is null', { type: 'doc', content: null }, '/content'],
    [
      'marks that are null',
      { type: 'doc', content: [{ type: 'text', text: 'a', marks: null }] },
      '/content/0/marks',
    ],
    ['attributes that are null', { type: 'doc', attrs: null }, '/attrs'],
    ['attributes that are a list', { type: 'doc', content: [{ type: 'a', attrs: [] }] }, '/content/0/attrs'],
    [
      'attributes of a mark that are null',
      { type: 'doc', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold', attrs: null }] }] },
      '/content/0/marks/0/attrs',
    ],
  ] as const) {
    test(`refuses ${name} and says where`, () => {
      assert.throws(
        () => tiptapToMarkdown({ doc: JSON.parse(JSON.stringify(doc)) as TiptapDocument }),
        (error: { code?: string; data?: { pointer?: string } }) =>
          error.code === 'conversion-invalid' && error.data?.pointer === pointer,
      );
    });
  }

  test('refuses numbers that JSON cannot hold', () => {
    const doc: TiptapDocument = { type: 'doc', content: [{ type: 'a', attrs: { b: [Infinity] } }] };
    assert.throws(() => tiptapToMarkdown({ doc }), { code: 'conversion-invalid' });
  });

  test('refuses text and attributes that are too long together', () => {
    const half = 'a'.repeat(6_000_000);
    const doc: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { a: half }, content: [{ type: 'text', text: half }] }],
    };
    assert.throws(() => tiptapToMarkdown({ doc }), { code: 'conversion-too-large' });
    assert.throws(() => markdownToTiptap('a', { base: { markdown: 'a', tiptap: doc } }), {
      code: 'conversion-too-large',
    });
  });

  for (const attrs of [1, 101]) {
    test(`attributes ${attrs} deep are ${attrs > 100 ? 'refused' : 'taken'}`, () => {
      const value = JSON.parse(`${'['.repeat(attrs)}${']'.repeat(attrs)}`) as Json;
      const doc: TiptapDocument = { type: 'doc', content: [{ type: 'a', attrs: { value } }] };
      if (attrs > 100) assert.throws(() => tiptapToMarkdown({ doc }), { code: 'conversion-too-deep' });
      else assert.match(tiptapToMarkdown({ doc }).value, /\[\]/);
    });
  }

  test('documents that fit no schema still lose nothing', () => {
    const content: readonly TiptapNode[] = [
      { type: 'text', text: 'top' },
      { type: 'paragraph', content: [{ type: 'table' }] },
      { type: 'heading', attrs: { level: 9 } },
      { type: 'bulletList', content: [{ type: 'paragraph' }] },
      { type: 'table' },
      { type: 'details', content: [] },
      { type: 'listItem', content: [{ type: 'paragraph' }] },
    ];
    const { value } = tiptapToMarkdown({ doc: { type: 'doc', content } });
    assert.deepEqual(
      markdownToTiptap(value).value.doc.content?.map(({ type }) => type),
      content.map(({ type }) => type),
    );
  });
});
