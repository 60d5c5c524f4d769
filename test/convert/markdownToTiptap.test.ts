import assert from 'node:assert/strict';
import { sameDocument } from '../../server/src/convert/compare.js';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';
import { checkDocument, extendedSchema, officialSchema } from './support/schema.js';

/** Markdown that every way of writing it has to come back from, without a base. */
const SOURCES: readonly (readonly [string, string])[] = [
  ['bullets of other kinds', '* a\n* b\n    * c\n\n+ d\n'],
  ['numbers', '1. a\n1. b\n\n3) c\n4) d\n'],
  ['numbers that follow no rule', '1. a\n3. b\n7. c\n'],
  ['wide markers', '-   a\n\n    b\n-   c\n'],
  ['indented lists', ' * a\n * b\n'],
  ['lazy lines', '> a\nb\n\n- c\nd\n'],
  ['headings', 'A\n===\n\nB\n-\n\n## c ##\n\n#   d\n'],
  ['headings right above text', '# a\ntext\n- list\n'],
  ['rules', '* * *\n\n_____\n\n---\n'],
  ['code', '    indented\n\n~~~ js title="x"\ny\n~~~\n\n``` a```b\n'],
  ['breaks', 'a  \nb\\\nc<br>\nd<br/>e   \nf\n'],
  ['emphasis', '_a_ __b__ *c* **d** ***e*** **_f_** _**g**_ ~h~ ~~i~~\n'],
  ['emphasis in emphasis', '*a *b* c* **a **b** c**\n'],
  ['marks side by side', '[**a**](b)**c** and *d*[*e*](f)\n'],
  ['links', '[a](b "c") [a](<b c> \'d\') <https://e.com> https://e.com [](x) [a]\n'],
  ['references', '[a][b] [b][] [b] ![b] [`c`][]\n\n[b]: x "T"\n[`c`]: <y z>\n'],
  ['footnotes', 'a[^1] b[^n]\n\n[^1]: one\n[^n]: two\n\n    more\n'],
  ['escapes', 'a\\_b \\* \\[x\\] &copy; &nbsp; &#35; 1\\. \\\\ \\q\n'],
  ['HTML', '<div>\n\n*a*\n\n</div>\n\na <b>c</b> <!-- d --> <u>e\n'],
  [
    'comments that are nearly ours',
    'a <!-- docbridge:{"empty":1} -->\n\n<!-- docbridge:{"__proto__":{"a":1}} -->\n',
  ],
  ['tables', '|a|b|\n|:-|-:|\n|c|\n|d|e|f|\n\na | b\n- | -\n`x\\|y` | <br>\n'],
  ['tasks', '- [x] a\n- [ ] b\n\n* [X] c\n* d\n'],
  ['math', '$a_1$ costs $5 and $6 and $$x$$\n\n$$\ny\n$$\n\n$$ z\n$$\n'],
  ['alerts', '> [!NOTE]\n> Mind [this](x).\n'],
  ['template blocks', '{% hint style="info" %}\nText\n{% endhint %}\n'],
  ['Docusaurus blocks', ':::note\n\ntext\n\n:::\n'],
  ['colons', 'std::vector a:b ::x:: :mention :youtube{a} ::mention{a}\n'],
  ['unusual white space', 'a\n\n\n\nb\n \nc\u00a0\n\td\n'],
  ['a carried node', '```docbridge-node\n{ "type": "audio", "attrs": {"src": "a.mp3"} }\n```\n'],
  ['code that is no node', '```docbridge-node\n{ "type": 1 }\n```\n'],
  ['one empty line of code', '```\n\n```\n'],
];

suite('markdownToTiptap', () => {
  for (const [name, markdown] of SOURCES) {
    test(`gives back byte for byte: ${name}`, () => {
      const { value } = markdownToTiptap(markdown);
      checkDocument(extendedSchema, value.doc);
      assert.equal(tiptapToMarkdown(value).value, markdown);
      checkDocument(officialSchema, markdownToTiptap(markdown, { schema: 'official' }).value.doc);
    });
  }

  for (const [name, markdown] of [
    ['CR LF', '# a\r\n\r\n* b\r\n  c\r\n\r\n```\r\nd\r\n```\r\n'],
    ['a byte order mark', '\ufeff# a\n'],
    ['no final newline', '# a\n\nb'],
    ['blank lines around', '\n\n  \n# a\n\n\n'],
    ['nothing but blank lines', '\n \n'],
    ['nothing', ''],
    ['front matter', '---\ntitle: "A" # note\n---\n\n# a\n'],
    ['front matter right above the text', '---\r\ntitle: A\r\n---\r\n# a\r\n'],
    ['front matter and nothing else', '---\ntitle: A\n---\n'],
    ['TOML', '+++\ntitle = "A"\n+++\n\na\n'],
    ['a rule that is no front matter', '---\n\n> a\n\n- b\n'],
    ['a lone surrogate', 'a \ud800 b\n'],
  ] as const) {
    test(`keeps ${name}`, () => {
      assert.equal(tiptapToMarkdown(markdownToTiptap(markdown).value).value, markdown);
    });
  }

  test('hands out the exact source of front matter', () => {
    const { value } = markdownToTiptap('---\r\ntitle: A\r\n---\r\nx\r\n');
    assert.equal(value.frontMatter, '---\r\ntitle: A\r\n---\r\n');
    assert.ok(
      sameDocument(value.doc, {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }],
      }),
    );
  });

  test('says what is carried, and where in the file', () => {
    const markdown = '---\na: 1\n---\r\nx\r\n\r\n<div>\r\n\r\ny <i>z</i>\r\n';
    const { notices } = markdownToTiptap(markdown);
    assert.deepEqual(
      notices.map(({ code, start, end }) => [code, markdown.slice(start, end)]),
      [
        ['raw-block', '<div>'],
        ['raw-inline', '<i>'],
        ['raw-inline', '</i>'],
      ],
    );
  });

  test('says that line ends differ', () => {
    assert.ok(markdownToTiptap('a\r\n\nb\n').notices.some(({ code }) => code === 'mixed-line-ends'));
  });

  test('does not read links out of escaped addresses', () => {
    const { value } = markdownToTiptap('www\\.x.org a\\@b.co https\\://e.com\n');
    assert.ok(!JSON.stringify(value.doc).includes('"link"'));
  });

  test('finds lists and quotes below a rule that opens the document', () => {
    const types = markdownToTiptap('---\n\n- a\n').value.doc.content?.map(({ type }) => type);
    assert.deepEqual(types, ['horizontalRule', 'bulletList']);
  });

  test('a downgraded document shows raw source as code and keeps no attribute of ours', () => {
    const { value, notices } = markdownToTiptap('<div>\n\n**`a`** <i>b</i>\n\n* c\n\n* d\n', {
      schema: 'official',
    });
    assert.deepEqual(value.doc, {
      type: 'doc',
      content: [
        { type: 'codeBlock', attrs: { language: 'raw' }, content: [{ type: 'text', text: '<div>' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', marks: [{ type: 'code' }], text: 'a' },
            { type: 'text', text: ' ' },
            { type: 'text', marks: [{ type: 'code' }], text: '<i>' },
            { type: 'text', text: 'b' },
            { type: 'text', marks: [{ type: 'code' }], text: '</i>' },
          ],
        },
        {
          type: 'bulletList',
          content: ['c', 'd'].map((text) => ({
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          })),
        },
      ],
    });
    assert.ok(notices.some(({ code }) => code === 'downgraded'));
  });

  test('carries a table with text in cells that its header has no column for', () => {
    const markdown = '| a |\n| --- |\n| b | c |\n';
    const { value, notices } = markdownToTiptap(markdown);
    assert.equal(value.doc.content?.[0]?.type, 'rawBlock');
    assert.deepEqual(
      notices.map(({ code, start, end }) => [code, start, end]),
      [['raw-block', 0, markdown.length - 1]],
    );
    assert.equal(tiptapToMarkdown(value).value, markdown);
  });
});
