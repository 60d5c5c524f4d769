import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson, sameDocument } from '../../server/src/convert/compare.js';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapDocument, TiptapNode } from '../../server/src/convert/tiptap.js';
import { documents, type Nastiness } from './support/documents.js';
import { checkDocument, extendedSchema, officialSchema } from './support/schema.js';

/** Marks in the order that ProseMirror keeps them in; Markdown's order is that of nesting. */
function markdownView(doc: TiptapDocument): string {
  return canonicalJson(doc, { view: 'markdown' });
}

function write(...content: readonly TiptapNode[]): string {
  return tiptapToMarkdown({ doc: { type: 'doc', content } }).value;
}

suite('tiptapToMarkdown', () => {
  for (const [nastiness, numRuns] of [
    ['plain', 100],
    ['hostile', 200],
  ] as const satisfies readonly [Nastiness, number][]) {
    test(`gives ${nastiness} documents back from their Markdown, and the same Markdown again`, () => {
      fc.assert(
        fc.property(documents(nastiness), (doc) => {
          checkDocument(officialSchema, doc);
          const { value } = tiptapToMarkdown({ doc });
          const back = markdownToTiptap(value).value;
          assert.equal(markdownView(back.doc), markdownView(doc));
          checkDocument(extendedSchema, back.doc);
          assert.equal(tiptapToMarkdown(back).value, value);
        }),
        { numRuns },
      );
    });
  }

  test('carries an unknown block as its JSON and says so', () => {
    const node = { type: 'processRecording', attrs: { sessionId: 's1' } };
    const { value, notices } = tiptapToMarkdown({ doc: { type: 'doc', content: [node] } });
    assert.equal(value, '```docbridge-node\n{"type":"processRecording","attrs":{"sessionId":"s1"}}\n```\n');
    assert.deepEqual(
      notices.map(({ code, pointer }) => [code, pointer]),
      [['opaque-node', '/content/0']],
    );
    assert.deepEqual(markdownToTiptap(value).value.doc.content, [node]);
  });

  test('carries a paragraph with an unknown mark as its JSON, and only that one', () => {
    const odd = { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'blink' }] }] };
    const plain = { type: 'paragraph', content: [{ type: 'text', text: 'b' }] };
    const value = write({
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [odd] },
        { type: 'listItem', content: [plain] },
      ],
    });
    assert.match(value, /^- ```docbridge-node\n/);
    assert.match(value, /\n- b\n$/);
  });

  test('does not take code that looks like a carried node for one', () => {
    const code = {
      type: 'codeBlock',
      attrs: { language: 'docbridge-node' },
      content: [{ type: 'text', text: '{"type":"x"}' }],
    };
    assert.ok(sameDocument(markdownToTiptap(write(code)).value.doc, { type: 'doc', content: [code] }));
  });

  test('leaves out what only the platform gives meaning to', () => {
    const comment = { type: 'comment', attrs: { commentId: 'c1' } };
    const value = write({
      type: 'paragraph',
      attrs: { id: 'p1' },
      content: [{ type: 'text', text: 'a', marks: [comment] }],
    });
    assert.equal(value, 'a\n');
  });

  test('carries attributes that Markdown has no form for', () => {
    const doc: TiptapDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { textAlign: 'right', indent: 2 },
          content: [{ type: 'text', text: 'a --> b' }],
        },
        { type: 'codeBlock', attrs: { language: 'ts', note: '-->' }, content: [{ type: 'text', text: 'x' }] },
        {
          type: 'orderedList',
          attrs: { start: 1, type: 'a' },
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
      ],
    };
    const { value } = tiptapToMarkdown({ doc });
    assert.ok(sameDocument(markdownToTiptap(value).value.doc, doc), value);
  });

  test('does not let a value end its comment', () => {
    const node = {
      type: 'paragraph',
      attrs: { note: '--> <script>alert(1)</script> -- ' },
      content: [{ type: 'text', text: 'a' }],
    };
    const value = write(node);
    assert.equal(value.indexOf('-->'), value.lastIndexOf('-->'));
    assert.ok(!value.includes('<script>'));
  });

  test('puts the front matter in front, a blank line below it', () => {
    const doc: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }],
    };
    assert.equal(
      tiptapToMarkdown({ doc, frontMatter: '---\ntitle: T\n---\n' }).value,
      '---\ntitle: T\n---\n\na\n',
    );
  });

  test('writes links that have no target of their own plainly where null is the default', () => {
    const link = { type: 'link', attrs: { href: 'x', target: null, rel: null, class: null } };
    const doc: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [link] }] }],
    };
    assert.equal(tiptapToMarkdown({ doc }, { dialect: 'ondoki' }).value, '[a](x)\n');
  });

  test('writes a lone image as an image where images are blocks', () => {
    const doc: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'image', attrs: { src: 'a.png', alt: 'A' } }],
    };
    const { value } = tiptapToMarkdown({ doc }, { dialect: 'ondoki' });
    assert.equal(value, '![A](a.png)\n');
    assert.ok(sameDocument(markdownToTiptap(value, { dialect: 'ondoki' }).value.doc, doc));
  });

  test('does not trust remembered source that says something else', () => {
    const stale = {
      type: 'paragraph',
      attrs: { markup: { source: 'old' } },
      content: [{ type: 'text', text: 'new' }],
    };
    assert.equal(write(stale), 'new\n');
  });
});
