import assert from 'node:assert/strict';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapNode } from '../../../server/src/convert/tiptap.js';
import { withWord } from './editText.js';
import { judgedMask } from './mdxRanges.js';

const PAGE = `---
title: Machines
---

import { Tabs, Tab } from '@acme/ui'
export const size = {
  small: 1,
}

# Machines {size.small}

<Tabs
  items={['Filter', "}"]}
  onChange={(tab) => { track(\`tab \${tab}\`) }}
>
  <Tab title="Filter">
    Rinse the *paper*
    with hot water.

      - one spoon a cup
  </Tab>
</Tabs>
Water: <Unit value={96} /> degrees {/* not more */}

> <Note>
> Listen for the click.
> </Note>

| part | <Kbd>A</Kbd> |
| ---- | ------------ |
| {a}  | lid          |
`;

function blocksOf(markdown: string): readonly TiptapNode[] {
  return markdownToTiptap(markdown, { flavour: 'mdx' }).value.doc.content ?? [];
}

function printed(...content: readonly TiptapNode[]): string {
  return tiptapToMarkdown({ doc: { type: 'doc', content } }, { flavour: 'mdx' }).value;
}

/** Prints nodes, and reads them again; what was printed has to be MDX. */
function throughMdx(...content: readonly TiptapNode[]): { markdown: string; back: readonly TiptapNode[] } {
  const markdown = printed(...content);
  assert.notEqual(judgedMask(markdown), undefined, markdown);
  return { markdown, back: blocksOf(markdown) };
}

suite('The flavour mdx', () => {
  test('reads what stands between tags as blocks', () => {
    assert.deepEqual(
      blocksOf(PAGE).map(({ type }) => type),
      [
        'rawBlock',
        'heading',
        'rawBlock',
        'rawBlock',
        'paragraph',
        'bulletList',
        'rawBlock',
        'rawBlock',
        'paragraph',
        'blockquote',
        'table',
      ],
    );
  });

  for (const [word, other] of [
    ['# Machines', '# Makers'],
    ['paper', 'filter'],
    ['spoon', 'scoop'],
    ['degrees', 'Celsius'],
    ['click', 'bell'],
    ['lid', 'cap'],
  ] as const) {
    test(`changes no more than the word: ${word}`, () => {
      const edited = withWord(PAGE, word.replace('# ', ''), other.replace('# ', ''), 'mdx');
      assert.equal(edited, PAGE.replace(word, other));
    });
  }

  test('carries a paragraph that is no MDX as its source, and says so', () => {
    const { value, notices } = markdownToTiptap('a\n\nb {c\n', { flavour: 'mdx' });
    assert.deepEqual(value.doc.content?.[1], { type: 'rawBlock', attrs: { kind: 'mdx', source: 'b {c' } });
    assert.deepEqual(
      notices.map(({ code, start, end }) => ({ code, start, end })),
      [{ code: 'raw-block', start: 3, end: 7 }],
    );
  });

  test('carries content that is no MDX in a line of a heading or a cell', () => {
    const [heading] = blocksOf('# a <1>\n');
    assert.deepEqual(heading?.content, [{ type: 'rawInline', attrs: { kind: 'mdx', source: 'a <1>' } }]);
  });

  test('writes text that looks like MDX as text', () => {
    for (const text of ['{a} <B> a < b <', 'import x', 'export default', '<a b="c', '{']) {
      const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
      assert.deepEqual(throughMdx(paragraph).back[0]?.content, paragraph.content);
    }
  });

  test('writes what Markdown has no form for as MDX', () => {
    const bold = { type: 'text', text: 'b', marks: [{ type: 'underline' }] };
    const blocks: readonly TiptapNode[] = [
      { type: 'paragraph', attrs: { textAlign: 'right' }, content: [bold, { type: 'hardBreak' }] },
      { type: 'paragraph' },
      { type: 'heading', attrs: { level: 2, textAlign: 'center' }, content: [{ type: 'text', text: 'c' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'd', marks: [{ type: 'highlight', attrs: { color: '#ffc078' } }] },
          {
            type: 'text',
            text: 'https://e.com/a',
            marks: [{ type: 'link', attrs: { href: 'https://e.com/a', refType: 'bare' } }],
          },
        ],
      },
      {
        type: 'details',
        content: [
          { type: 'detailsSummary', content: [{ type: 'text', text: '{a} *b*' }] },
          { type: 'detailsContent', content: [{ type: 'paragraph', content: [bold] }] },
        ],
      },
      { type: 'image', attrs: { src: 'a.png', alt: 'A', width: 100 } },
    ];
    const { markdown, back } = throughMdx(...blocks);
    assert.doesNotMatch(markdown, /<!--|<br>|docbridge-node/);
    const strip = (node: TiptapNode): TiptapNode =>
      JSON.parse(
        JSON.stringify(node, (key, value: unknown) => (key === 'markup' ? undefined : value)),
      ) as TiptapNode;
    assert.deepEqual(back.map(strip), blocks);
  });

  test('keeps a tag or an expression in a paragraph of its own there', () => {
    for (const source of ['<A/>', '{a}']) {
      const paragraph = {
        type: 'paragraph',
        content: [{ type: 'rawInline', attrs: { kind: 'mdx', source } }],
      };
      assert.deepEqual(throughMdx(paragraph).back, [paragraph]);
    }
  });

  test('reads text that nests or opens without an end', () => {
    for (const part of [
      '{',
      '{\n\n',
      '{`\n\n',
      '{/*\n\n',
      '<a b={\n\n',
      '<a\n',
      'import {\n\n',
      '{<a>',
      '{`${',
    ]) {
      const text = part.repeat(3000);
      assert.equal(
        tiptapToMarkdown(markdownToTiptap(text, { flavour: 'mdx' }).value, { flavour: 'mdx' }).value,
        text,
      );
    }
  });
});
