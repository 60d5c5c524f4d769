import assert from 'node:assert/strict';
import { shownText } from '../../../server/src/convert/dialects/shownText.js';
import { downgrade } from '../../../server/src/convert/downgrade.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import type { Dialect, TiptapDocument, TiptapMark, TiptapNode } from '../../../server/src/convert/tiptap.js';

function doc(...content: readonly TiptapNode[]): TiptapDocument {
  return { type: 'doc', content };
}

function text(value: string, ...marks: readonly (string | TiptapMark)[]): TiptapNode {
  if (marks.length === 0) return { type: 'text', text: value };
  return {
    type: 'text',
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
    text: value,
  };
}

function paragraph(...content: readonly TiptapNode[]): TiptapNode {
  return { type: 'paragraph', ...(content.length === 0 ? {} : { content }) };
}

/** The blocks that a platform gets for these, and the notices as `pointer message`. */
function lowered(
  dialect: Dialect,
  ...content: readonly TiptapNode[]
): { readonly blocks: readonly TiptapNode[]; readonly notices: readonly string[] } {
  const { value, notices } = downgrade(doc(...content), dialect);
  return {
    blocks: value.content ?? [],
    notices: notices.map(({ pointer, message }) => `${pointer ?? ''} ${message}`),
  };
}

const CALLOUT: TiptapNode = { type: 'callout', attrs: { type: 'danger' }, content: [paragraph(text('a'))] };

suite('downgrade', () => {
  test('shows callouts as quotes where there are none', () => {
    const quote = { type: 'blockquote', content: [paragraph(text('a'))] };
    assert.deepEqual(lowered('tiptap', CALLOUT), {
      blocks: [quote],
      notices: ['/content/0 A callout is shown as a quote.'],
    });
  });

  test('gives callouts the kind that the platform knows', () => {
    const kindOf = (dialect: Dialect, type: string): unknown =>
      lowered(dialect, { ...CALLOUT, attrs: { type } }).blocks[0]?.attrs?.['type'];
    assert.equal(kindOf('outline', 'danger'), 'warning');
    assert.equal(kindOf('outline', 'constructor'), 'constructor');
    assert.equal(kindOf('docmost', 'tip'), 'success');
    assert.equal(kindOf('docmost', 'danger'), 'danger');
  });

  test('shows a callout as a quote where it cannot hold what is in it', () => {
    const table: TiptapNode = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph()] }] }],
    };
    const holding = { ...CALLOUT, content: [table, { type: 'rawBlock', attrs: { source: 'x' } }] };
    const { blocks, notices } = lowered('outline', holding);
    assert.deepEqual([blocks[0]?.type, blocks[0]?.content?.[0]], ['blockquote', table]);
    assert.deepEqual(notices, [
      '/content/0 A callout is shown as a quote.',
      '/content/0/content/1 A raw block is shown as a code block.',
    ]);
    assert.equal(lowered('docmost', holding).blocks[0]?.type, 'callout');
  });

  test('keeps nodes and marks that the platform holds already, with its content as it takes it', () => {
    const held = doc({ ...CALLOUT, content: [paragraph(text('z', 'subscript'))] });
    const mine = { ...CALLOUT, content: [paragraph(text('a', 'subscript')), { type: 'rawBlock' }] };
    const { value } = downgrade(doc(mine), 'tiptap', held);
    assert.deepEqual(value.content, [
      {
        ...CALLOUT,
        content: [paragraph(text('a', 'subscript')), { type: 'codeBlock', attrs: { language: 'raw' } }],
      },
    ]);
    const markless = paragraph(text('a', 'subscript'));
    assert.deepEqual(downgrade(doc(markless), 'outline', held).value.content, [markless]);
  });

  test('keeps what no platform is known to have, but for our attributes', () => {
    const foreign = { type: 'poll', attrs: { id: 'x', markup: { gap: 0 } }, content: [text('a', 'blink')] };
    const { blocks, notices } = lowered('outline', foreign, paragraph({ type: 'chip' }, text('a', 'blink')));
    assert.deepEqual(blocks, [
      { type: 'poll', attrs: { id: 'x' }, content: [text('a', 'blink')] },
      paragraph({ type: 'chip' }, text('a', 'blink')),
    ]);
    assert.deepEqual(notices, []);
  });

  test('keeps what nobody knows inside lists, tables and details', () => {
    const item = { type: 'decision', attrs: { state: 'open', markup: { bullet: '*' } } };
    const list = { type: 'taskList', content: [item] };
    assert.deepEqual(lowered('tiptap', list).blocks, [
      { type: 'taskList', content: [{ type: 'decision', attrs: { state: 'open' } }] },
    ]);
  });

  test('a callout without content gets a paragraph', () => {
    assert.deepEqual(lowered('outline', { type: 'callout' }).blocks, [
      { type: 'callout', content: [paragraph()] },
    ]);
    assert.deepEqual(lowered('tiptap', { type: 'callout' }).blocks, [
      { type: 'blockquote', content: [paragraph()] },
    ]);
  });

  test('a text without text is none', () => {
    assert.deepEqual(lowered('tiptap', paragraph({ type: 'text' }, text('a'))).blocks, [
      paragraph(text('a')),
    ]);
  });

  test('keeps attributes and marks that a platform adds', () => {
    const comment = { type: 'comment', attrs: { commentId: 'c' } };
    const node = {
      type: 'paragraph',
      attrs: { id: 'p', textAlign: 'center' },
      content: [text('a', comment)],
    };
    for (const dialect of ['tiptap', 'ondoki', 'outline', 'docmost'] as const) {
      assert.deepEqual(lowered(dialect, node).blocks, [node]);
    }
  });

  test('leaves out marks that a platform has not, and says where', () => {
    const { blocks, notices } = lowered(
      'outline',
      paragraph(
        text('a'),
        text('b', 'subscript'),
        text('c', 'bold', 'superscript'),
        text('d', 'code', 'bold', 'highlight'),
      ),
    );
    assert.deepEqual(blocks, [paragraph(text('ab'), text('c', 'bold'), text('d', 'code', 'bold'))]);
    assert.deepEqual(notices, [
      '/content/0/content/0 The mark subscript is left out.',
      '/content/0/content/1 The mark superscript is left out.',
      '/content/0/content/2 Code is shown without the mark highlight.',
    ]);
  });

  test('puts an image between blocks where images are blocks, and into a paragraph where they are not', () => {
    const image = { type: 'image', attrs: { src: 'a.png' } };
    assert.deepEqual(lowered('docmost', image).blocks, [image]);
    assert.deepEqual(lowered('outline', image).blocks, [paragraph(image)]);
    const linked = { ...image, marks: [{ type: 'link', attrs: { href: 'b' } }] };
    const { blocks, notices } = lowered('ondoki', paragraph(text('x '), image, linked));
    assert.deepEqual(blocks, [
      paragraph(
        text('x '),
        text('a.png', { type: 'link', attrs: { href: 'a.png' } }),
        text('a.png', { type: 'link', attrs: { href: 'b' } }),
      ),
    ]);
    assert.deepEqual(notices, [
      '/content/0/content/1 An image inside a line is shown as a link.',
      '/content/0/content/2 An image inside a line is shown as a link.',
    ]);
    const nameless = lowered('ondoki', paragraph({ type: 'image' })).blocks[0]?.content;
    assert.deepEqual(nameless, [text('image', { type: 'link', attrs: { href: '' } })]);
  });

  test('shows inline nodes that a platform has not as text', () => {
    const emoji = { type: 'emoji', attrs: { name: 'tada' }, marks: [{ type: 'bold' }] };
    const { blocks, notices } = lowered('docmost', paragraph(emoji, { type: 'emoji' }));
    assert.deepEqual(blocks, [paragraph(text(':tada:', 'bold'), text('::'))]);
    assert.deepEqual(notices[0], '/content/0/content/0 A emoji is shown as text.');
  });

  test('shows media that a platform has not as a link, and what has no address as its JSON', () => {
    const { blocks, notices } = lowered(
      'outline',
      { type: 'youtube', attrs: { src: 'https://y.com', title: 'Y' } },
      { type: 'embed', attrs: { src: 'https://e.com' } },
      { type: 'columns' },
    );
    assert.deepEqual(blocks.slice(0, 2), [
      paragraph(text('Y', { type: 'link', attrs: { href: 'https://y.com' } })),
      paragraph(text('https://e.com', { type: 'link', attrs: { href: 'https://e.com' } })),
    ]);
    assert.deepEqual(blocks[2]?.content, [text('{"type":"columns"}')]);
    assert.deepEqual(notices, [
      '/content/0 A youtube is shown as a link.',
      '/content/1 A embed is shown as a link.',
      '/content/2 A columns is shown as its JSON.',
    ]);
  });

  test('Outline: names whom a mention is of, and says that code has no language', () => {
    const mentions = paragraph(
      { type: 'mention', attrs: { id: 'u1' } },
      { type: 'mention', attrs: { label: 'Ann' } },
    );
    assert.deepEqual(
      lowered('outline', mentions).blocks[0]?.content?.map(({ attrs }) => attrs),
      [
        { id: 'u1', label: 'u1' },
        { label: 'Ann', id: 'Ann' },
      ],
    );
    const { value } = markdownToTiptap('```\na\n```\n', { dialect: 'outline', schema: 'official' });
    assert.deepEqual(value.doc.content?.[0]?.attrs, { language: 'none' });
  });

  test('points at nodes in the document that the platform gets', () => {
    const markdown = '<details>\n<summary>S</summary>\n\na\n\nb <kbd>c</kbd>\n\n</details>\n\n<div>\n';
    for (const [dialect, expected] of [
      ['tiptap', ['/content/0/content/1/content/1/content/1', '/content/0/content/1/content/1/content/3']],
      ['outline', ['/content/0/content/2/content/1', '/content/0/content/2/content/3']],
    ] as const) {
      const { notices } = markdownToTiptap(markdown, { dialect, schema: 'official' });
      const pointers = notices.filter(({ code }) => code === 'downgraded').map(({ pointer }) => pointer);
      assert.deepEqual(pointers, [...expected, '/content/1']);
    }
  });

  test('leaves out our attributes, and what is left of the top node stays', () => {
    const top: TiptapDocument = {
      type: 'doc',
      attrs: { markup: { head: '' }, theme: 'x' },
      content: [
        {
          type: 'bulletList',
          attrs: { tight: false, itemSpread: true },
          content: [{ type: 'listItem', attrs: { spread: true, checked: true }, content: [paragraph()] }],
        },
        { type: 'codeBlock', attrs: { language: 'ts', meta: 'x' }, content: [text('a'), text('b')] },
      ],
    };
    assert.deepEqual(downgrade(top).value, {
      type: 'doc',
      attrs: { theme: 'x' },
      content: [
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] },
        { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('ab')] },
      ],
    });
    assert.deepEqual(downgrade({ type: 'doc' }).value, { type: 'doc', content: [{ type: 'paragraph' }] });
  });
});

suite('shownText', () => {
  for (const [node, expected] of [
    [{ type: 'rawInline', attrs: { source: '<b>' } }, '<b>'],
    [{ type: 'rawInline' }, ''],
    [{ type: 'image', attrs: { src: 's', alt: '' } }, 's'],
    [{ type: 'image', attrs: { src: 's', alt: 'a' } }, 'a'],
    [{ type: 'mention' }, '@'],
    [{ type: 'inlineMath', attrs: { latex: 'x' } }, '$x$'],
    [{ type: 'inlineMath' }, '$$'],
    [{ type: 'status', attrs: { text: 'x' } }, 'x'],
    [{ type: 'status' }, 'status'],
    [{ type: 'hardBreak' }, ' '],
    [{ type: 'poll' }, undefined],
  ] as const) {
    test(`of ${JSON.stringify(node)}`, () => {
      assert.equal(shownText(node), expected);
    });
  }
});
