import assert from 'node:assert/strict';
import type { Nodes, Root, RootContent } from 'mdast';
import type {} from '../../../server/src/convert/unified/frontMatterNode.js';
import { EXIT, visit } from 'unist-util-visit';
import { createProcessor } from '../../../server/src/convert/unified/createProcessor.js';

type Change = (tree: Root) => void;

/** What a plug-in that does one change makes of a text, and what the file says of it. */
function changed(text: string, change: Change, settings = {}): { text: string; messages: readonly string[] } {
  const file = createProcessor({
    plugins: [{ settings }, () => (tree: Root) => change(tree)],
  }).processSync(text);
  return { text: String(file), messages: file.messages.map(String) };
}

/** Puts one text for another into the first node that has it. */
function put(from: string, to: string): Change {
  return (tree) => {
    visit(tree, (node: Nodes) => {
      if ('value' in node && node.value.includes(from)) node.value = node.value.replace(from, to);
    });
  };
}

function first<T extends RootContent['type']>(
  type: T,
  change: (node: Extract<Nodes, { type: T }>) => void,
): Change {
  return (tree) => {
    visit(tree, type, (node: Nodes) => {
      change(node as Extract<Nodes, { type: T }>);
      return EXIT;
    });
  };
}

const text = (value: string): Extract<Nodes, { type: 'text' }> => ({ type: 'text', value });
const paragraph = (value: string): RootContent => ({ type: 'paragraph', children: [text(value)] });
const item = (value: string): Extract<Nodes, { type: 'listItem' }> => ({
  type: 'listItem',
  children: [{ type: 'paragraph', children: [text(value)] }],
});

const insert =
  (at: number, ...nodes: RootContent[]): Change =>
  (tree) => {
    tree.children.splice(at, 0, ...nodes);
  };
const remove =
  (at: number, count = 1): Change =>
  (tree) => {
    tree.children.splice(at, count);
  };

const cases: readonly (readonly [name: string, from: string, change: Change, to: string])[] = [
  [
    'other blocks and gaps',
    'A  \n===\n\n\n*   x_y\n\n***\n \nend',
    put('x', 'z'),
    'A  \n===\n\n\n*   z_y\n\n***\n \nend',
  ],
  ['carriage returns', 'a\r\n\r\n\r\n* b\r\n* c\n', put('b', 'd'), 'a\r\n\r\n\r\n* d\r\n* c\n'],
  ["new lines in the file's line ends", '\ufeff* b\r\n* c\r\n', put('b', 'd'), '\ufeff* d\r\n* c\r\n'],
  [
    'words around a changed one',
    'a_b 12:30 *c*__d__ x\\! \\\ne\n',
    put('12:30', '12:45 *'),
    'a_b 12:45 \\* *c*__d__ x\\! \\\ne\n',
  ],
  ['text written with escapes, anew', '\\*a & b\n', put('b', 'c'), '\\*a & c\n'],
  ['a shortened text', 'one two three\n', put('two ', ''), 'one three\n'],
  ['a surrogate pair', 'a 😀 b\n', put('😀', '😁'), 'a 😁 b\n'],
  [
    'lines in containers',
    '> - a\n>   b\n>\n>   ```\n>   c\n>   ```\n',
    put('a', 'x'),
    '> - x\n>   b\n>\n>   ```\n>   c\n>   ```\n',
  ],
  [
    'footnotes',
    '[^1]\n\n[^1]: a\n\n    Foo\n    ===\n',
    put('a', 'x'),
    '[^1]\n\n[^1]: x\n\n    Foo\n    ===\n',
  ],
  ['task items', '* [x] a\n  b\n* [ ] c\n', put('c', 'd'), '* [x] a\n  b\n* [ ] d\n'],
  ['numbers that repeat', '1) a\n1) b\n', put('b', 'c'), '1) a\n1) c\n'],
  ['numbers that rise', '3. a\n4. b\n', put('b', 'c'), '3. a\n4. c\n'],
  ['one item, ordered', '3. a\n', put('a', 'c'), '3. c\n'],
  ['indentation to tab stops', '*   a\n\n    b\n', put('b', 'c'), '*   a\n\n    c\n'],
  [
    'rules and fences',
    '+ a\n\n  * * *\n\n  ~~~\n  b\n  ~~~\n',
    put('a', 'c'),
    '+ c\n\n  * * *\n\n  ~~~\n  b\n  ~~~\n',
  ],
  ['fences of changed code', 'a\n\n~~~js x\nb\n~~~\n', put('b', 'c'), 'a\n\n~~~js x\nc\n~~~\n'],
  ['indented code', 'a\n\n    b\n', put('b', 'c'), 'a\n\n    c\n'],
  ['setext headings', 'a *b*\n=====\n', put('a', 'cc'), 'cc *b*\n======\n'],
  ['closed headings', '## a ##\n', put('a', 'b'), '## b ##\n'],
  ['deep headings', '### a ###\n', put('a', 'b'), '### b ###\n'],
  [
    'markers of emphasis',
    '_a_ or __b__\n',
    (tree) => {
      put('a', 'c')(tree);
      put('b', 'd')(tree);
    },
    '_c_ or __d__\n',
  ],
  [
    'quotes of titles',
    "[a](b 'c')\n",
    first('link', (node) => {
      node.url = 'd';
    }),
    "[a](d 'c')\n",
  ],
  [
    'titles of definitions',
    "[a]\n\n[a]: b 'c'\n",
    first('definition', (node) => {
      node.url = 'd';
    }),
    "[a]\n\n[a]: d 'c'\n",
  ],
  [
    'links without titles',
    '[a](b)\n',
    first('link', (node) => {
      node.url = 'd';
    }),
    '[a](d)\n',
  ],
  [
    'hard breaks',
    'a  \nb\n',
    insert(1, { type: 'paragraph', children: [text('c'), { type: 'break' }, text('d')] }),
    'a  \nb\n\nc  \nd\n',
  ],
  [
    'hard breaks with backslashes',
    'a\\\nb\n',
    insert(1, { type: 'paragraph', children: [text('c'), { type: 'break' }, text('d')] }),
    'a\\\nb\n\nc\\\nd\n',
  ],
  [
    'tables that are aligned',
    '| a   | b |\n| --- | - |\n| ccc | d |\n',
    put('d', 'eee'),
    '| a   | b   |\n| --- | --- |\n| ccc | eee |\n',
  ],
  [
    'tables that are not',
    '| a | b |\n| --- | - |\n| `x\\|y` | d |\n',
    put('d', 'eee'),
    '| a | b |\n| - | - |\n| `x\\|y` | eee |\n',
  ],
  ['front matter', '--- \na: 1\n---\n\nb\n', put('b', 'c'), '--- \na: 1\n---\n\nc\n'],
  [
    'emoji, math and directives',
    ':tada: $x$ 1 :mention[A]{id="1"}\n',
    put('1', 'b'),
    ':tada: $x$ b :mention[A]{id="1"}\n',
  ],
  [
    'moved blocks',
    '* a\n\n\nb_c\n',
    (tree) => {
      tree.children.reverse();
    },
    'b_c\n\n* a\n',
  ],
  ['what stands where a block was', 'a\n\n\nb\n\n\nc\n', remove(1), 'a\n\nc\n'],
  ['nothing', 'a\n', remove(0), ''],
  ['the byte order mark alone', '\ufeffa\n', remove(0), '\ufeff'],
  ['an empty file, with a line', '', insert(0, paragraph('a')), 'a\n'],
  ['an empty file with line ends', '\ufeff\r\n', insert(0, paragraph('a')), '\ufeffa\r\n'],
  ['no indentation before what is new', '  a\n', insert(0, paragraph('b')), 'b\n\na\n'],
  [
    'new lists apart from old ones',
    '- a\n',
    insert(1, { type: 'list', children: [item('b')] }),
    '- a\n\n* b\n',
  ],
  ['new lists before old ones', '- a\n', insert(0, { type: 'list', children: [item('b')] }), '* b\n\n- a\n'],
  [
    'new lists between old ones',
    '- a\n* c\n',
    insert(1, { type: 'list', children: [item('b')] }),
    '- a\n\n+ b\n\n* c\n',
  ],
  [
    'new ordered lists before old ones',
    '1. a\n',
    insert(0, { type: 'list', ordered: true, children: [item('b')] }),
    '1) b\n\n1. a\n',
  ],
  [
    'new ordered lists before closed ones',
    'x\n\n1) a\n',
    insert(1, { type: 'list', ordered: true, children: [item('b')] }),
    'x\n\n1. b\n\n1) a\n',
  ],
  ['new rules at the start', 'a\n', insert(0, { type: 'thematicBreak' }), '***\n\na\n'],
  ['rules that come to the start', 'a\n\n---\n\nb\n\n---\n', remove(0), '***\n\nb\n\n---\n'],
  ['new front matter', '\n\na\n', insert(0, { type: 'yaml', value: 'b: 1' }), '---\nb: 1\n---\n\na\n'],
  ['new front matter in TOML', 'a\n', insert(0, { type: 'toml', value: '' }), '+++\n+++\n\na\n'],
  [
    'code that is an empty line',
    '```\n\n```\n',
    first('code', (node) => {
      node.lang = 'js';
    }),
    '```js\n\n```\n',
  ],
  [
    'code without lines',
    '```\n```\n',
    first('code', (node) => {
      node.lang = 'js';
    }),
    '```js\n```\n',
  ],
  ['indented code after a list, apart', '- a\n\n<!-- -->\n\n    b\n', remove(1), '- a\n\n```\nb\n```\n'],
  [
    'what is said as a directive, escaped',
    'a\n',
    put('a', ':tada: :mention[a]'),
    '\\:tada: \\:mention\\[a]\n',
  ],
  [
    'a new image',
    'a\n',
    insert(1, { type: 'paragraph', children: [{ type: 'image', url: 'b' }] }),
    'a\n\n![](b)\n',
  ],
  [
    'notes of plug-ins',
    '*  a\n',
    first('list', (node) => {
      node.data = { note: 1 };
    }),
    '*  a\n',
  ],
];

/** What Markdown has no way to say, with the lines of the messages about it. */
const unwritable: readonly (readonly [
  name: string,
  from: string,
  change: Change,
  to: string,
  lines: readonly number[],
])[] = [
  ['references without a definition', 'a\n\n[b]\n\n[b]: c\n', remove(2), 'a\n\n[b]\n', [3]],
  [
    'an empty paragraph',
    'a\n\nb\n\nc\n',
    first('paragraph', (node) => {
      node.children = [];
    }),
    '\n\nb\n\nc\n',
    [1, 3],
  ],
  [
    'a paragraph that is two',
    'a\n\nb\n\nc\n',
    insert(1, { type: 'html', value: '<b>\n\nd' }),
    'a\n\n<b>\n\nd\n\nb\n\nc\n',
    [1, 1, 3],
  ],
  [
    'front matter that is not first',
    'a\n',
    insert(1, { type: 'yaml', value: 'b' }),
    'a\n\n---\nb\n---\n',
    [1, 1],
  ],
];

suite('compileTree', () => {
  for (const [name, from, change, to] of cases) {
    test(`keeps ${name}`, () => {
      assert.deepEqual(changed(from, change), { text: to, messages: [] });
    });
  }

  for (const [name, from, change, to, lines] of unwritable) {
    test(`writes and reports ${name}`, () => {
      const { text: written, messages } = changed(from, change);
      assert.equal(written, to);
      assert.deepEqual(
        messages.map((message) => Number.parseInt(message)),
        lines,
      );
      assert.match(messages.join(), /does not read back/u);
    });
  }

  test('writes emoji, GitBook tags and attributes in any order', () => {
    const file = createProcessor({
      flavour: 'gitbook',
      plugins: [
        () => (tree: Root) => {
          const [{ children = [] } = {}] = tree.children as readonly { children?: RootContent[] }[];
          children.push(
            { type: 'emoji', value: 'tada' },
            text(' '),
            {
              type: 'textDirective',
              name: 'mention',
              attributes: { b: '1', a: null, id: '2' },
              children: [text('A')],
            },
            text(' '),
            { type: 'inlineVerbatim', kind: 'gitbook', value: '{% x %}' },
          );
          tree.children.push({ type: 'verbatim', kind: 'gitbook', value: '{% y %}' });
        },
      ],
    }).processSync('a *b*\n');
    assert.equal(String(file), 'a *b*:tada: :mention[A]{#2 b="1"} {% x %}\n\n{% y %}\n');
    assert.deepEqual(file.messages, []);
  });

  for (const [lines, to] of [
    [0, '<i>\n<b>\n'],
    [2, '<i>\n\n\n<b>\n'],
    [true, '<i>\n\n<b>\n'],
    [undefined, '<i>\n\n<b>\n'],
    [false, '<i>\n\n<!---->\n\n<b>\n'],
  ] as const) {
    test(`parts new blocks as a plug-in's join says: ${String(lines)}`, () => {
      const html = (value: string): RootContent => ({ type: 'html', value });
      assert.equal(changed('', insert(0, html('<i>'), html('<b>')), { join: [() => lines] }).text, to);
    });
  }
});
