import assert from 'node:assert/strict';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { MARKUP } from '../../../server/src/convert/attributes.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';

/** What is left when a platform keeps no attribute that only says how something was written. */
function withoutMarkup(doc: TiptapDocument): TiptapDocument {
  return JSON.parse(
    JSON.stringify(doc, (key: string, value: unknown) => (key === MARKUP ? undefined : value)),
  ) as TiptapDocument;
}

function link(text: string, href: string, ...more: readonly string[]): TiptapNode {
  const [before, after] = more;
  return {
    type: 'paragraph',
    content: [
      ...(before === undefined ? [] : [{ type: 'text', text: before }]),
      { type: 'text', text, marks: [{ type: 'link', attrs: { href, refType: 'bare' } }] },
      ...(after === undefined ? [] : [{ type: 'text', text: after }]),
    ],
  };
}

suite('addresses that link themselves', () => {
  for (const source of [
    'https://example.com',
    'See https://example.com/a_b, and (http://e.com).',
    '<https://example.com> and https://example.com',
    'ftp://a.b/c',
    'www.example.com',
    'mail foo@bar.example.com or <foo@bar.example.com>',
    '**https://e.com** and *www.e.com*',
    '"https://e.com"',
    'http://🍄.ga/ http://x🍄.ga/',
    '\\<https://foo.bar/baz bim>',
  ]) {
    test(`stay as they are: ${source}`, () => {
      const { doc } = markdownToTiptap(source).value;
      assert.equal(tiptapToMarkdown({ doc: withoutMarkup(doc) }).value, `${source}\n`);
    });
  }

  for (const [name, node, expected] of [
    ['text goes on behind it', link('https://e.com', 'https://e.com', '', 'x'), '<https://e.com>x'],
    ['a letter stands in front', link('https://e.com', 'https://e.com', 'x', ''), 'x<https://e.com>'],
    ['a bracket is open', link('https://e.com', 'https://e.com', '[a ', ''), '[a <https://e.com>'],
    [
      'a web address has no other form',
      link('www.e.com', 'http://www.e.com', 'x', ''),
      'x[www.e.com](http://www.e.com)',
    ],
    ['emphasis opens behind it', link('a@b.co', 'mailto:a@b.co', '', '*x* y'), '<a@b.co>\\*x\\* y'],
  ] as const) {
    test(`are not bare where that would not be read so: ${name}`, () => {
      assert.equal(tiptapToMarkdown({ doc: { type: 'doc', content: [node] } }).value, `${expected}\n`);
    });
  }

  test('are in angle brackets where nobody says which', () => {
    const text = {
      type: 'text',
      text: 'https://e.com',
      marks: [{ type: 'link', attrs: { href: 'https://e.com' } }],
    };
    const doc: TiptapDocument = { type: 'doc', content: [{ type: 'paragraph', content: [text] }] };
    assert.equal(tiptapToMarkdown({ doc }).value, '<https://e.com>\n');
  });

  test('are escaped where they are text', () => {
    const doc: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ftp://a.b www.x.org a@b.co' }] }],
    };
    assert.equal(tiptapToMarkdown({ doc }).value, 'ftp\\://a.b www\\.x.org a\\@b.co\n');
  });
});
