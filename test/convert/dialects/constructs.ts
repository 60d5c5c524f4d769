/** Markdown with every construct that the conversion knows, each where it is usual and where it is not. */
export const CONSTRUCTS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['headings', '# a\n\n###### b *c*\n\n## \n'],
  ['marks', '**a** *b* ~~c~~ `d` <u>e</u> <sub>f</sub> <sup>g</sup> <mark>h</mark> **`i`**\n'],
  [
    'marks in colours',
    '<mark style="background-color: #ffc078">a</mark> <span style="color: red">b</span>\n',
  ],
  ['highlighted code', '<mark>`a`</mark> [`b`](c) [**d**](e "f")\n'],
  ['marks in marks', '*a *b* c* **a **b** c** [a [b](c) d](e)\n'],
  ['breaks', 'a  \nb\\\nc<br>\n'],
  ['links', '[a](b) <https://e.com> [c][d] [](x)\n\n[d]: e "f"\n'],
  ['images', '![a](b.png)\n\nc ![](d.png "e") f\n\n[![g](h.png)](i)\n\n# j ![k](l.png)\n'],
  ['sized images', '<img src="a.png" alt="A" width="100">\n\nb <img src="a.png" width="10" height="5">\n'],
  ['images that say they are blocks', '![A](a.png)<!-- docbridge:{"block":true} -->\n'],
  ['an image in a quote, an item and a cell', '> ![a](b)\n\n- ![c](d)\n\n| ![e](f) |\n| - |\n| ![g](h) |\n'],
  ['lists', '* a\n* b\n    1. c\n    2. d\n\n+ e\n\n5) f\n'],
  ['loose lists', '- a\n\n  b\n\n- c\n'],
  ['items that begin otherwise', '- # a\n- > b\n- ```\n  c\n  ```\n- ---\n-\n- - d\n'],
  ['tasks', '- [x] a\n- [ ] b\n  - [ ] c\n\n1. [x] d\n\n- [x] e\n- f\n'],
  ['quotes', '> a\n>\n> > b\n\n>\n'],
  ['code', '```ts title="x"\na\n```\n\n```\nb\n```\n\n    c\n\n```\n```\n'],
  ['rules', '***\n\n- - -\n'],
  ['tables', '| a | b |\n| :- | -: |\n| `c` | **d** |\n| <br> | ![e](f) |\n'],
  ['tables with widths', '| a |\n| --- |\n| 1 |\n<!-- docbridge:{"columns":[120]} -->\n'],
  [
    'an HTML table',
    '<table>\n<tr>\n<th colspan="2">a</th>\n</tr>\n<tr>\n<td>1</td>\n<td>\n\n- x\n- y\n\n</td>\n</tr>\n</table>\n',
  ],
  ['formulas', 'a $x^2$ b\n\n$$\ny\n$$\n\n- $z$\n'],
  ['details', '<details open>\n<summary>S</summary>\n\na <kbd>b</kbd>\n\n</details>\n'],
  ['details without a body', '<details>\n<summary></summary>\n\n</details>\n'],
  [
    'callouts',
    ['info', 'tip', 'danger', 'caution', 'of my own']
      .map(
        (type) =>
          `> [!NOTE]\n> a <b>c</b>\n<!-- docbridge:${JSON.stringify({ as: 'callout', attrs: { type } })} -->\n`,
      )
      .join('\n'),
  ],
  [
    'a callout with a table and a formula',
    '> [!NOTE]\n> | a |\n> | - |\n>\n> $$\n> b\n> $$\n<!-- docbridge:{"as":"callout"} -->\n',
  ],
  ['alerts', '> [!WARNING]\n> a\n'],
  ['mentions', ':mention[Ann]{id="u1"} :mention[Bob] :mention{id="u2"}\n'],
  ['emoji', 'a :tada: b\n'],
  [
    'media',
    [
      '::youtube{src="https://www.youtube.com/watch?v=a" start="10"}',
      '::twitch{src="https://twitch.tv/a"}',
      '::audio{src="a.mp3"}',
      '::video{src="a.mp4"}',
      '::embed{src="https://e.com"}',
      '::embed{href="https://e.com"}',
      '::attachment{href="a.pdf" title="A"}',
      '::attachment{url="a.pdf" name="A"}',
      '::attachment{}',
    ].join('\n\n') + '\n',
  ],
  ['HTML', '<div>\n\na <kbd>b</kbd> <!-- c -->\n\n</div>\n\n<!-- d -->\n'],
  [
    'HTML in headings, items and cells',
    '# <b>a</b>\n\n- <div>\n  b\n  </div>\n\n| <i>a</i> |\n| - |\n| b |\n',
  ],
  ['footnotes', 'a[^1]\n\n[^1]: b\n'],
  ['template blocks', '{% hint style="info" %}\na\n{% endhint %}\n'],
  [
    'aligned text',
    'a <!-- docbridge:{"textAlign":"center"} -->\n\n# b <!-- docbridge:{"textAlign":"right"} -->\n',
  ],
  ['empty paragraphs', 'a\n\n<!-- docbridge:{"empty":true} -->\n\nb\n'],
];

function carried(node: unknown): string {
  return `\`\`\`docbridge-node\n${JSON.stringify(node)}\n\`\`\`\n`;
}

const TEXT = { type: 'text', text: 'a' };
const PARAGRAPH = { type: 'paragraph', content: [TEXT] };

/** Nodes that only their JSON can bring, built as no platform would build them. */
export const MISBUILT: readonly (readonly [string, string])[] = [
  ['text among blocks', carried(TEXT)],
  ['a part among blocks', carried({ type: 'tableCell', content: [PARAGRAPH] })],
  ['an item among blocks', carried({ type: 'listItem', content: [PARAGRAPH] })],
  ['a list without items', carried({ type: 'bulletList' })],
  ['a list of paragraphs', carried({ type: 'bulletList', content: [PARAGRAPH] })],
  ['an item that begins with a quote', carried(list({ type: 'blockquote', content: [PARAGRAPH] }))],
  ['an item without content', carried(list())],
  ['a table of paragraphs', carried({ type: 'table', content: [PARAGRAPH] })],
  ['a row of paragraphs', carried({ type: 'table', content: [{ type: 'tableRow', content: [PARAGRAPH] }] })],
  ['a row without cells', carried({ type: 'table', content: [{ type: 'tableRow' }] })],
  [
    'a table, a rule, a video and text in a cell',
    carried(
      table(
        table({ type: 'paragraph' }),
        { type: 'horizontalRule' },
        { type: 'youtube', attrs: { src: 'a' } },
        TEXT,
        { type: 'emoji', attrs: { name: 'tada' } },
      ),
    ),
  ],
  ['details without a summary', carried({ type: 'details', content: [PARAGRAPH] })],
  ['details the wrong way round', carried(details({ type: 'detailsContent' }, { type: 'detailsSummary' }))],
  [
    'a summary with more than text',
    carried(
      details(
        {
          type: 'detailsSummary',
          content: [
            TEXT,
            { type: 'hardBreak' },
            { type: 'image', attrs: { src: 'a' } },
            { type: 'mention', attrs: { id: 'u' } },
            { type: 'inlineMath', attrs: { latex: 'x' } },
            { type: 'foreign' },
          ],
        },
        { type: 'detailsContent' },
      ),
    ),
  ],
  ['a block in a line', carried({ type: 'paragraph', content: [PARAGRAPH, TEXT, { type: 'youtube' }] })],
  ['a status in a line', carried({ type: 'paragraph', content: [{ type: 'status', attrs: { text: 'x' } }] })],
  [
    'an unlabelled mention',
    carried({ type: 'paragraph', content: [{ type: 'mention' }, { type: 'status' }] }),
  ],
  ['columns', carried({ type: 'columns', content: [{ type: 'column', content: [PARAGRAPH] }] })],
  ['an empty text', carried({ type: 'paragraph', content: [{ type: 'text', text: '' }, TEXT] })],
  ['raw source that is none', carried({ type: 'paragraph', content: [{ type: 'rawInline' }] })],
  ['a raw block that is none', carried({ type: 'rawBlock' })],
  ['a rule with content', carried({ type: 'horizontalRule', content: [TEXT] })],
  ['code with marks', carried({ type: 'codeBlock', content: [marked('bold'), PARAGRAPH] })],
  [
    'marks that stand twice',
    carried({ type: 'paragraph', content: [marked('bold', 'bold', 'code', 'code')] }),
  ],
  ['headings of odd levels', [0, 9, 2.4, 'x', null].map((level) => carried(heading(level))).join('\n')],
];

function list(...content: readonly object[]): object {
  return { type: 'bulletList', content: [{ type: 'listItem', content }] };
}

function table(...content: readonly object[]): object {
  return { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content }] }] };
}

function details(...content: readonly object[]): object {
  return { type: 'details', content };
}

function heading(level: unknown): object {
  return { type: 'heading', attrs: { level }, content: [TEXT] };
}

function marked(...types: readonly string[]): object {
  return { type: 'text', marks: types.map((type) => ({ type })), text: 'b' };
}
