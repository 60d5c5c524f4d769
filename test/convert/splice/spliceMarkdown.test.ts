import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../../server/src/convert/compare.js';
import type { ConvertOptions } from '../../../server/src/convert/conversion.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { editText, textPlaces } from '../support/edits.js';
import { HANDBOOK, asPlatformHolds } from '../support/handbook.js';

const FORMS = ['extended', 'official'] as const;

/** The lines that differ, once what both have in common at either end is taken off. */
function changedLines(
  before: string,
  after: string,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return { before: a.slice(head, a.length - tail), after: b.slice(head, b.length - tail) };
}

/** Whether indented code stands where it would become part of a list item or a footnote, and needs a fence. */
function belowItem(blocks: readonly TiptapNode[]): boolean {
  return blocks.some(({ type, attrs, content }, index) => {
    if (type !== 'codeBlock' || attrs?.['language'] === 'raw') return false;
    const above = blocks[index - 1];
    const footnote = above?.attrs?.['source'] ?? above?.content?.[0]?.text;
    return (
      content?.[0]?.text === 'indented code' &&
      (/List$/.test(above?.type ?? '') || /^\[\^/.test(typeof footnote === 'string' ? footnote : ''))
    );
  });
}

function hold(
  markdown: string,
  schema: (typeof FORMS)[number],
): { readonly doc: TiptapDocument; readonly options: ConvertOptions } {
  const { doc } = markdownToTiptap(markdown, { schema }).value;
  const held = schema === 'official' ? asPlatformHolds(doc) : doc;
  return { doc: held, options: { schema, base: { markdown, tiptap: held } } };
}

for (const schema of FORMS) {
  suite(`tiptapToMarkdown over a base, ${schema} schema`, () => {
    for (const [name, change] of [
      ['as it is', (text: string) => text],
      ['with CR LF', (text: string) => text.replace(/\n/g, '\r\n')],
      ['with line ends of both kinds', (text: string) => text.replace(/\n\n/g, '\r\n\n')],
      ['with a byte order mark', (text: string) => `\ufeff${text}`],
      ['without a final newline', (text: string) => text.trimEnd()],
      [
        'with blank lines around',
        (text: string) => text.replace(/(^---\n[^]*?---\n)/, '$1\n\n').concat('\n\n'),
      ],
    ] as const) {
      test(`nothing changed, no byte changes: ${name}`, () => {
        const markdown = change(HANDBOOK);
        const { doc, options } = hold(markdown, schema);
        assert.equal(tiptapToMarkdown({ doc: structuredClone(doc) }, options).value, markdown);
      });

      test(`an attribute that means nothing changes no byte: ${name}`, () => {
        const markdown = change(HANDBOOK);
        const { doc, options } = hold(markdown, schema);
        const touched = {
          ...doc,
          content: doc.content?.map((node) => ({ ...node, attrs: { ...node.attrs, textAlign: null } })) ?? [],
        };
        assert.equal(tiptapToMarkdown({ doc: touched }, options).value, markdown);
      });
    }

    test('one word changed, one line changes', () => {
      const { doc, options } = hold(HANDBOOK, schema);
      // A definition that is edited changes what refers to it.
      const places = textPlaces(doc).filter(([top = 0]) => doc.content?.[top]?.attrs?.['language'] !== 'raw');
      assert.ok(places.length > 25);
      for (const place of places) {
        const edited = editText(doc, place, (text) => text.replace(/[A-Za-z]+/, 'zebra'));
        const { value } = tiptapToMarkdown({ doc: edited }, options);
        const { before, after } = changedLines(HANDBOOK, value);
        assert.deepEqual(
          [before.length, after.length],
          [1, 1],
          `${place.join('/')}\n${before.join('\n')}\n${after.join('\n')}`,
        );
        const again = markdownToTiptap(value, options).value.doc;
        assert.equal(canonicalJson(again, { view: 'markdown' }), canonicalJson(edited, { view: 'markdown' }));
      }
    });

    test('a block put in, taken out or moved leaves the lines of the others alone', () => {
      const { doc, options } = hold(HANDBOOK, schema);
      const blocks = doc.content ?? [];
      const lines = new Set(HANDBOOK.split('\n'));
      const added: TiptapNode = { type: 'paragraph', content: [{ type: 'text', text: 'Put in.' }] };
      fc.assert(
        fc.property(fc.nat(blocks.length - 1), fc.nat(blocks.length - 1), (from, to) => {
          const moved = [...blocks];
          const [taken] = moved.splice(from, 1);
          moved.splice(to, 0, added, ...(taken === undefined || from % 3 === 0 ? [] : [taken]));
          const { value } = tiptapToMarkdown({ doc: { ...doc, content: moved } }, options);
          const unknown = value.split('\n').filter((line) => line !== 'Put in.' && !lines.has(line));
          assert.deepEqual(unknown, belowItem(moved) ? ['```', 'indented code', '```'] : []);
          const again = markdownToTiptap(value, options).value.doc;
          assert.equal(
            canonicalJson(again, { view: 'markdown' }),
            canonicalJson({ ...doc, content: moved }, { view: 'markdown' }),
          );
        }),
        { numRuns: 30 },
      );
    });

    test('a list moved above indented code keeps its bytes: the code gets a fence', () => {
      const { doc, options } = hold('1. a\n1. b\n\nc\n\n    d\n', schema);
      const [list, between, code] = doc.content ?? [];
      assert.ok(list && between && code);
      const { value } = tiptapToMarkdown({ doc: { ...doc, content: [between, list, code] } }, options);
      assert.equal(value, 'c\n\n1. a\n1. b\n\n```\nd\n```\n');
    });

    test('a list item put in leaves the other items alone', () => {
      const { doc, options } = hold('*   a\n*   b\n    c\n\nd\n', schema);
      const item: TiptapNode = {
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'new' }] }],
      };
      const [list, ...rest] = doc.content ?? [];
      const [first, ...items] = list?.content ?? [];
      assert.ok(list && first);
      const edited = { ...doc, content: [{ ...list, content: [first, item, ...items] }, ...rest] };
      assert.equal(tiptapToMarkdown({ doc: edited }, options).value, '*   a\n*   new\n*   b\n    c\n\nd\n');
    });

    test('a table cell changed leaves the other rows alone', () => {
      const markdown = '| a   | b |\n|-----|:-:|\n| one | 1 |\n| two | 2 |\n';
      const { doc, options } = hold(markdown, schema);
      const place = textPlaces(doc).find((path) => path.join('/') === '0/1/0/0/0');
      assert.ok(place);
      const { value } = tiptapToMarkdown({ doc: editText(doc, place, () => 'ten') }, options);
      assert.equal(value, '| a   | b |\n|-----|:-:|\n| ten | 1 |\n| two | 2 |\n');
    });
  });
}

suite('tiptapToMarkdown over a base', () => {
  test('what a plain platform could not hold comes back where the edit left it alone', () => {
    const markdown =
      'See **`code`** and [ref][a] and note[^1] for <kbd>A</kbd> here.\n\n[a]: https://e.com\n[^1]: Note.\n';
    const { doc, options } = hold(markdown, 'official');
    const place = textPlaces(doc).at(0);
    assert.ok(place);
    const edited = editText(doc, place, (text) => text.replace('See', 'Look at'));
    assert.equal(tiptapToMarkdown({ doc: edited }, options).value, markdown.replace('See', 'Look at'));
  });

  test('raw source that was edited where it is shown as code is written as source', () => {
    const { doc, options } = hold('a\n\n<div>x</div>\n', 'official');
    const place = textPlaces(doc).at(-1);
    assert.ok(place);
    const edited = editText(doc, place, (text) => text.replace('x', 'y'));
    assert.equal(tiptapToMarkdown({ doc: edited }, options).value, 'a\n\n<div>y</div>\n');
  });

  test('new blocks are written in the style of the base', () => {
    const { doc, options } = hold('* a\n\n_b_ __c__\n\n***\n', 'official');
    const text = (value: string, mark?: string): TiptapNode => ({
      type: 'text',
      ...(mark ? { marks: [{ type: mark }] } : {}),
      text: value,
    });
    const added: readonly TiptapNode[] = [
      { type: 'paragraph', content: [text('d', 'italic'), text(' '), text('e', 'bold')] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('f')] }] }],
      },
      { type: 'horizontalRule' },
    ];
    const { value } = tiptapToMarkdown(
      { doc: { ...doc, content: [...(doc.content ?? []), ...added] } },
      options,
    );
    assert.equal(value, '* a\n\n_b_ __c__\n\n***\n\n_d_ __e__\n\n* f\n\n***\n');
  });

  test("front matter that is given replaces the base's, and none given keeps it", () => {
    const { doc, options } = hold('---\na: 1\n---\nx\n', 'official');
    assert.equal(tiptapToMarkdown({ doc }, options).value, '---\na: 1\n---\nx\n');
    assert.equal(
      tiptapToMarkdown({ doc, frontMatter: '---\nb: 2\n---\n' }, options).value,
      '---\nb: 2\n---\nx\n',
    );
  });

  test('an empty base takes its first block', () => {
    const { doc, options } = hold('', 'official');
    const content: readonly TiptapNode[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }];
    assert.equal(tiptapToMarkdown({ doc: { ...doc, content } }, options).value, 'a\n');
  });

  test('addresses that were rewritten for the platform do not hide that nothing else changed', () => {
    const markdown = '# A\n\nSee [b](b.md).\n\nText.\n';
    const { doc } = markdownToTiptap(markdown, { schema: 'official' }).value;
    const held = JSON.parse(JSON.stringify(doc).replace('b.md', '/d/42')) as TiptapDocument;
    const place = textPlaces(held).at(-1);
    assert.ok(place);
    const edited = editText(held, place, () => 'Texts.');
    const { value } = tiptapToMarkdown(
      { doc: edited },
      { schema: 'official', base: { markdown, tiptap: held } },
    );
    assert.equal(value, '# A\n\nSee [b](b.md).\n\nTexts.\n');
  });

  for (const [name, markdown, change, wanted] of [
    ['a rule that comes to stand first', 'a\n\n---\n\nb\n\n---\n', [1, 2, 3], '\n---\n\nb\n\n---\n'],
    ['the same with CR LF', 'a\r\n\r\n---\r\nb\r\n\r\n---\r\n', [1, 2, 3], '\r\n---\r\nb\r\n\r\n---\r\n'],
    ['the same below a byte order mark', '\ufeffa\n\n---\n\n---\n', [1, 2], '\ufeff\n---\n\n---\n'],
    ['a rule put in below another', '---\n\na\n\nb\n', [0, 1, 'horizontalRule', 2], '---\n\na\n\n***\n\nb\n'],
    [
      'a fence in code put in below a rule',
      '---\n\na\n',
      [0, 'codeBlock', 1],
      '\n---\n\n```\n---\n```\n\na\n',
    ],
  ] as const) {
    test(`makes no front matter of the body: ${name}`, () => {
      const { doc, options } = hold(markdown, 'official');
      const content = change.map((part): TiptapNode => {
        if (part === 'codeBlock') return { type: part, content: [{ type: 'text', text: '---' }] };
        return typeof part === 'string' ? { type: part } : (doc.content?.[part] ?? { type: '' });
      });
      const { value } = tiptapToMarkdown({ doc: { ...doc, content } }, options);
      assert.equal(value, wanted);
      const again = markdownToTiptap(value, options).value;
      assert.equal(again.frontMatter, undefined);
      assert.equal(
        canonicalJson(again.doc, { view: 'markdown' }),
        canonicalJson({ ...doc, content }, { view: 'markdown' }),
      );
    });
  }
});
