import assert from 'node:assert/strict';
import { canonicalJson } from '../../../server/src/convert/compare.js';
import { toTiptapNames } from '../../../server/src/convert/dialects/translate.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { Dialect, TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { checkDocument } from '../support/schema.js';
import { docmostSchema } from './docmostSchema.js';
import { outlineSchema } from './outlineSchema.js';

function text(value: string, ...marks: readonly string[]): TiptapNode {
  return {
    type: 'text',
    ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
    text: value,
  };
}

function paragraph(...content: readonly (TiptapNode | string)[]): TiptapNode {
  return {
    type: 'paragraph',
    content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
  };
}

const CELL = { colspan: 1, rowspan: 1, alignment: null, colwidth: null };

/** A page as Outline gives it, with every attribute spelled out. */
const OUTLINE_PAGE: TiptapDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, collapsed: false }, content: [text('Title')] },
    paragraph(
      text('a', 'strong'),
      ' ',
      text('b', 'em'),
      ' ',
      text('c', 'strikethrough'),
      ' ',
      text('d', 'code_inline'),
      { type: 'br' },
      { type: 'math_inline', content: [text('x^2')] },
      { type: 'mention', attrs: { type: 'user', label: 'Ann', modelId: 'u1', id: 'm1' } },
      { type: 'emoji', attrs: { 'data-name': 'tada' } },
    ),
    {
      type: 'ordered_list',
      attrs: { order: 3, listStyle: 'number' },
      content: [{ type: 'list_item', content: [paragraph('one')] }],
    },
    { type: 'bullet_list', content: [{ type: 'list_item', content: [paragraph('two')] }] },
    {
      type: 'checkbox_list',
      attrs: { id: null },
      content: [{ type: 'checkbox_item', attrs: { checked: true }, content: [paragraph('three')] }],
    },
    { type: 'code_block', attrs: { language: 'none', wrap: false }, content: [text('code')] },
    { type: 'hr', attrs: { markup: '---' } },
    {
      type: 'table',
      content: [
        {
          type: 'tr',
          content: [{ type: 'th', attrs: { ...CELL, alignment: 'center' }, content: [paragraph('h')] }],
        },
        {
          type: 'tr',
          content: [{ type: 'td', attrs: { ...CELL, alignment: 'center' }, content: [paragraph('c')] }],
        },
      ],
    },
    { type: 'math_block', content: [text('y')] },
    { type: 'container_notice', attrs: { style: 'warning' }, content: [paragraph('mind')] },
    {
      type: 'container_toggle',
      attrs: { id: 't1' },
      content: [paragraph('more'), paragraph('hidden')],
    },
  ],
};

const OUTLINE_MARKDOWN = `## Title

**a** *b* ~~c~~ \`d\`\\
$x^2$:mention[Ann]{id="u1"}:tada:

3. one

- two

* [x] three

\`\`\`
code
\`\`\`

---

| h |
| :-: |
| c |

$$
y
$$

> [!WARNING]
> mind
<!-- docbridge:{"as":"callout","attrs":{"type":"warning"}} -->

<details>
<summary>more</summary>

hidden

</details>
`;

/** A page as Docmost gives it. */
const DOCMOST_PAGE: TiptapDocument = {
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { id: 'h1', level: 2, indent: 0, dir: 'auto', textAlign: null },
      content: [text('T')],
    },
    {
      type: 'paragraph',
      attrs: { id: 'p1', indent: 0, dir: 'auto', textAlign: null },
      content: [
        {
          type: 'text',
          marks: [
            {
              type: 'link',
              attrs: { href: 'https://e.com', target: null, rel: null, class: null, internal: false },
            },
            { type: 'comment', attrs: { commentId: 'c1', resolved: false } },
          ],
          text: 'link',
        },
        { type: 'mathInline', attrs: { text: 'x', dir: 'auto' } },
      ],
    },
    { type: 'mathBlock', attrs: { text: 'y' } },
    { type: 'callout', attrs: { type: 'danger', icon: null }, content: [paragraph('no')] },
    { type: 'image', attrs: { src: 'a.png', alt: 'A', align: 'center', width: null, size: null } },
    {
      type: 'embed',
      attrs: { src: 'https://e.com', provider: 'figma', align: 'center', width: 800, height: 600 },
    },
    {
      type: 'columns',
      attrs: { layout: 'two_equal', widthMode: 'normal' },
      content: [{ type: 'column', content: [paragraph('left')] }],
    },
  ],
};

const DOCMOST_MARKDOWN = `## T

[link](https://e.com)$x$

$$
y
$$

> [!CAUTION]
> no
<!-- docbridge:{"as":"callout","attrs":{"type":"danger"}} -->

![A](a.png)

::embed{src="https://e.com" provider="figma"}

\`\`\`docbridge-node
`;

function official(markdown: string, dialect: Dialect, base?: TiptapDocument): TiptapDocument {
  const options = { dialect, schema: 'official' } as const;
  return markdownToTiptap(
    markdown,
    base === undefined ? options : { ...options, base: { markdown, tiptap: base } },
  ).value.doc;
}

function meaning(doc: TiptapDocument, dialect: Dialect): unknown {
  return JSON.parse(canonicalJson(toTiptapNames(doc, dialect), { view: 'markdown' }));
}

suite('documents of dialects', () => {
  test("Outline's nodes are plain Markdown, and come back", () => {
    checkDocument(outlineSchema, OUTLINE_PAGE);
    const { value, notices } = tiptapToMarkdown({ doc: OUTLINE_PAGE }, { dialect: 'outline' });
    assert.equal(value, OUTLINE_MARKDOWN);
    assert.deepEqual(notices, []);
    const back = official(value, 'outline');
    checkDocument(outlineSchema, back);
    assert.deepEqual(meaning(back, 'outline'), meaning(OUTLINE_PAGE, 'outline'));
    assert.equal(official(value, 'outline', OUTLINE_PAGE), OUTLINE_PAGE);
  });

  test("Docmost's nodes are plain Markdown where they can be, and come back", () => {
    checkDocument(docmostSchema, DOCMOST_PAGE);
    const { value, notices } = tiptapToMarkdown({ doc: DOCMOST_PAGE }, { dialect: 'docmost' });
    assert.ok(value.startsWith(DOCMOST_MARKDOWN), value);
    assert.deepEqual(
      notices.map(({ code, pointer }) => [code, pointer]),
      [['opaque-node', '/content/6']],
    );
    const back = official(value, 'docmost');
    checkDocument(docmostSchema, back);
    assert.deepEqual(meaning(back, 'docmost'), meaning(DOCMOST_PAGE, 'docmost'));
    assert.equal(official(value, 'docmost', DOCMOST_PAGE), DOCMOST_PAGE);
  });

  test('Outline: an edit here leaves what Markdown does not show', () => {
    const markdown = tiptapToMarkdown({ doc: OUTLINE_PAGE }, { dialect: 'outline' }).value;
    const { value } = markdownToTiptap(
      markdown.replace('code\n', 'other\n').replace('hidden', 'shown').replace('$:men', '$ with :men'),
      { dialect: 'outline', schema: 'official', base: { markdown, tiptap: OUTLINE_PAGE } },
    );
    const [, line, , , , code, , , , , toggle] = value.doc.content ?? [];
    assert.deepEqual(code, {
      type: 'code_block',
      attrs: { language: 'none', wrap: false },
      content: [text('other')],
    });
    assert.deepEqual(toggle, {
      type: 'container_toggle',
      attrs: { id: 't1' },
      content: [paragraph('more'), paragraph('shown')],
    });
    assert.ok(
      line?.content?.some(({ type, attrs }) => type === 'mention' && attrs?.['id'] === 'm1'),
      JSON.stringify(line),
    );
  });

  test('Outline: code keeps its other name when its language changes', () => {
    const held: TiptapDocument = {
      type: 'doc',
      content: [{ type: 'code_block', attrs: { language: 'ts', wrap: true }, content: [text('x')] }],
    };
    const markdown = tiptapToMarkdown({ doc: held }, { dialect: 'outline' }).value;
    const edited = markdown.replace('ts', '');
    const { value } = markdownToTiptap(edited, {
      dialect: 'outline',
      schema: 'official',
      base: { markdown, tiptap: held },
    });
    assert.deepEqual(value.doc.content, [
      { type: 'code_block', attrs: { language: 'none', wrap: true }, content: [text('x')] },
    ]);
  });

  test('ondoki: a link that names no target is a plain one, whatever stands beside it', () => {
    const link = { type: 'link', attrs: { href: 'x', target: null } };
    const marked: TiptapNode = { type: 'text', marks: [{ type: 'bold' }, link], text: 'a' };
    const bare: TiptapNode = { type: 'text', marks: [{ type: 'link' }], text: 'b' };
    const doc: TiptapDocument = { type: 'doc', content: [paragraph(marked), paragraph(bare)] };
    assert.equal(tiptapToMarkdown({ doc }, { dialect: 'ondoki' }).value.split('\n')[0], '**[a](x)**');
  });

  for (const dialect of ['outline', 'docmost'] as const) {
    test(`${dialect}: the extended form of a file comes back byte for byte`, () => {
      const markdown =
        '* a\n* **b** `c`\n\n***\n\n<div>\n\n_d_ <kbd>e</kbd> $x$\n\n$$\ny\n$$\n\n~~~\nf\n~~~\n';
      const { value } = markdownToTiptap(markdown, { dialect });
      assert.equal(tiptapToMarkdown(value, { dialect }).value, markdown);
    });
  }

  test('a base that nests too deep is refused on both ways', () => {
    let tiptap: TiptapNode = { type: 'paragraph' };
    for (let depth = 0; depth < 5000; depth += 1) tiptap = { type: 'blockquote', content: [tiptap] };
    const base = { markdown: 'a\n', tiptap: { type: 'doc', content: [tiptap] } } as const;
    const doc: TiptapDocument = { type: 'doc', content: [] };
    const refused = { code: 'conversion-too-deep' };
    assert.throws(() => tiptapToMarkdown({ doc }, { dialect: 'outline', base }), refused);
    assert.throws(() => markdownToTiptap('a\n', { dialect: 'outline', base }), refused);
  });
});
