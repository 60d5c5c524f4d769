import assert from 'node:assert/strict';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { HANDBOOK, asPlatformHolds } from '../support/handbook.js';

function hold(markdown: string): TiptapDocument {
  return asPlatformHolds(markdownToTiptap(markdown, { schema: 'official' }).value.doc);
}

function read(markdown: string, base: { markdown: string; tiptap: TiptapDocument }): TiptapDocument {
  return markdownToTiptap(markdown, { schema: 'official', base }).value.doc;
}

/** The id of a node, or of its nth child. */
function id(node: TiptapNode | undefined): unknown {
  return node?.attrs?.['id'];
}

suite('markdownToTiptap over a base', () => {
  test('an untouched file is the very document that the platform holds', () => {
    const tiptap = hold(HANDBOOK);
    assert.equal(read(HANDBOOK, { markdown: HANDBOOK, tiptap }), tiptap);
  });

  test("blocks that did not change are the platform's nodes, the others keep their ids", () => {
    const tiptap = hold(HANDBOOK);
    const edited = HANDBOOK.replace('Welcome', 'Hello').replace('apples ', 'grapes ');
    const doc = read(edited, { markdown: HANDBOOK, tiptap });
    const changed = doc.content
      ?.map((node, index) => (node === tiptap.content?.[index] ? -1 : index))
      .filter((at) => at >= 0);
    assert.equal(changed?.length, 2);
    assert.deepEqual(doc.content?.map(id), tiptap.content?.map(id));
    assert.match(JSON.stringify(doc), /grapes/);
  });

  test('rows and items that did not change keep everything the platform holds in them', () => {
    const markdown = '- a\n- b\n- c\n';
    const tiptap = hold(markdown);
    const doc = read('- a\n- new\n- b changed\n- c\n', { markdown, tiptap });
    const before = tiptap.content?.[0]?.content ?? [];
    const after = doc.content?.[0]?.content ?? [];
    assert.equal(after[0], before[0]);
    assert.equal(after[3], before[2]);
    assert.equal(id(doc.content?.[0]), id(tiptap.content?.[0]));
  });

  test('a comment thread stays on the words that stay', () => {
    const markdown = 'The quick brown fox.\n';
    const comment = { type: 'comment', attrs: { commentId: 'c1' } };
    const text = (value: string, marks: readonly (typeof comment)[] = []): TiptapNode => ({
      type: 'text',
      ...(marks.length > 0 ? { marks } : {}),
      text: value,
    });
    const tiptap: TiptapDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'p1' },
          content: [text('The '), text('quick brown', [comment]), text(' fox.')],
        },
      ],
    };
    const doc = read('The quick brown dog.\n', { markdown, tiptap });
    assert.deepEqual(doc.content, [
      {
        type: 'paragraph',
        attrs: { id: 'p1' },
        content: [text('The '), text('quick brown', [comment]), text(' dog.')],
      },
    ]);
  });

  test('a comment thread stays on words that are written otherwise', () => {
    const comment = { type: 'comment', attrs: { commentId: 'c1' } };
    const tiptap: TiptapDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'The ' },
            { type: 'text', marks: [comment], text: 'quick' },
            { type: 'text', text: ' fox.' },
          ],
        },
      ],
    };
    const markdown = 'The quick fox.\n';
    assert.deepEqual(read('The slow fox.\n', { markdown, tiptap }).content?.[0]?.content?.[1], {
      type: 'text',
      marks: [comment],
      text: 'slow',
    });
    assert.equal(
      read('The very quick fox.\n', { markdown, tiptap }).content?.[0]?.content?.[0]?.text,
      'The very ',
    );
  });

  test('an attribute that Markdown shows is not inherited when Markdown says otherwise', () => {
    const markdown = '```js\nx\n```\n';
    const tiptap = hold(markdown);
    const doc = read('```\nx\n```\n', { markdown, tiptap });
    assert.deepEqual(doc.content, [
      { type: 'codeBlock', attrs: { id: 'n1' }, content: [{ type: 'text', text: 'x' }] },
    ]);
  });

  test('an attribute that the platform added is inherited', () => {
    const markdown = '# A\n';
    const tiptap: TiptapDocument = {
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 1, lineHeight: '1.5', id: 'h' },
          content: [{ type: 'text', text: 'A' }],
        },
      ],
    };
    const doc = read('# B\n', { markdown, tiptap });
    assert.deepEqual(doc.content?.[0]?.attrs, { level: 1, lineHeight: '1.5', id: 'h' });
  });

  test('a block of another type inherits nothing', () => {
    const markdown = 'A\n';
    const tiptap = hold(markdown);
    assert.deepEqual(read('# A\n', { markdown, tiptap }).content, [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'A' }] },
    ]);
  });

  test('parts that went into another container are still those that the platform holds', () => {
    const markdown = '- a\n- b\n- b\n\n> c\n>\n> d\n';
    const tiptap = hold(markdown);
    const [list, quote] = tiptap.content ?? [];
    const doc = read('- a\n  - b\n  - b\n\n> c\n\nd\n', { markdown, tiptap });
    const inner = doc.content?.[0]?.content?.[0]?.content?.[1];
    assert.equal(inner?.content?.[0], list?.content?.[1]);
    assert.equal(inner?.content?.[1], list?.content?.[2]);
    assert.equal(doc.content?.[2], quote?.content?.[1]);
    assert.equal(id(inner), undefined);
  });

  test('no part of the platform stands in two places', () => {
    const markdown = '- a\n\n  b\n- c\n';
    const tiptap = hold(markdown);
    const doc = read('- c\n\n> - a\n>\n>   b\n\nb\n\na\n', { markdown, tiptap });
    const seen: unknown[] = [];
    const visit = (node: TiptapNode): void => {
      if (id(node) !== undefined) seen.push(id(node));
      node.content?.forEach(visit);
    };
    visit(doc);
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(doc.content?.[1]?.content?.[0]?.content?.[0], tiptap.content?.[0]?.content?.[0]);
  });
});
