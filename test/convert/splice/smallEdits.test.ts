import assert from 'node:assert/strict';
import { canonicalJson } from '../../../server/src/convert/compare.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import { changeContent, changeNode } from './edits/nodeEdits.js';

type Change = (doc: TiptapDocument) => TiptapDocument;

function out(path: readonly number[], index: number): Change {
  return (doc) => changeContent(doc, path, (nodes) => nodes.filter((_, at) => at !== index));
}

function put(path: readonly number[], index: number, ...added: readonly TiptapNode[]): Change {
  return (doc) =>
    changeContent(doc, path, (nodes) => [...nodes.slice(0, index), ...added, ...nodes.slice(index)]);
}

function as(path: readonly number[], type: string, attrs: NonNullable<TiptapNode['attrs']> = {}): Change {
  return (doc) => changeNode(doc, path, (node) => ({ ...node, type, attrs }));
}

function text(path: readonly number[], value: string): Change {
  return (doc) => changeNode(doc, path, (node) => ({ ...node, text: value }));
}

const paragraph: TiptapNode = { type: 'paragraph', content: [{ type: 'text', text: 'new' }] };
const list: TiptapNode = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };

suite('small edits over a base', () => {
  for (const [name, markdown, change, wanted] of [
    ['lists that meet are told apart', '- a\n\nb\n\n- c\n- d\n', out([], 1), '- a\n\n* c\n* d\n'],
    ['the same in a quote', '> 1. a\n>\n> b\n>\n> 1. c\n', out([0], 1), '> 1. a\n>\n> 1) c\n'],
    ['the same with a third list below', '- a\n\nb\n\n- c\n\n* d\n', out([], 1), '- a\n\n+ c\n\n* d\n'],
    ['a list put in between lists', '- a\n\n* b\n', put([], 1, list), '- a\n\n+ new\n\n* b\n'],
    [
      'numbers stay with their items',
      '1. a\n2. b\n3. c\n',
      put([0], 1, { type: 'listItem', content: [paragraph] }),
      '1. a\n2. new\n2. b\n3. c\n',
    ],
    ['the first number is the start', '3. a\n4. b\n5. c\n', out([0], 0), '3. b\n5. c\n'],
    [
      'equal numbers stay equal',
      '1. a\n1. b\n',
      put([0], 2, { type: 'listItem', content: [paragraph] }),
      '1. a\n1. b\n1. new\n',
    ],
    ['padded numbers stay padded', '01. a\n02. b\n', text([0, 1, 0, 0], 'c'), '01. a\n02. c\n'],
    [
      'numbers that follow no rule',
      '3) a\n7) b\n',
      put([0], 2, { type: 'listItem', content: [paragraph] }),
      '3) a\n7) b\n8) new\n',
    ],
    [
      'bullets become numbers',
      '- a *b*\n- _c_\n',
      as([0], 'orderedList', { start: 1 }),
      '1. a *b*\n2. _c_\n',
    ],
    ['a paragraph becomes a heading', 'a _b_ __c__\n', as([0], 'heading', { level: 2 }), '## a _b_ __c__\n'],
    ['a heading becomes a paragraph', '## a _b_ ##\n\nc\n', as([0], 'paragraph'), 'a _b_\n\nc\n'],
    [
      'a table row by tabs and spaces',
      'a|b\n:-|-:\n 1 |2\n',
      text([0, 1, 0, 0, 0], '3'),
      'a|b\n:-|-:\n 3 |2\n',
    ],
    ['a word beside odd escapes', '\\a \\* &amp; b\n', text([0, 0], '\\a * & c'), '\\a \\* &amp; c\n'],
    [
      'a break put into bold text',
      'a __b c__\n',
      (doc: TiptapDocument) =>
        changeContent(doc, [0], (nodes) => [
          ...nodes.slice(0, 1),
          { type: 'text', marks: [{ type: 'bold' }], text: 'b' },
          { type: 'hardBreak', marks: [{ type: 'bold' }] },
          { type: 'text', marks: [{ type: 'bold' }], text: 'c' },
        ]),
      'a __b\\\nc__\n',
    ],
    ['an item of a loose list', '- a\n\n- b\n- c\n', out([0], 1), '- a\n\n- c\n'],
    [
      'a paragraph between definitions',
      'a [b] [c]\n\n[b]: x\n[c]: y\n',
      put([], 2, paragraph),
      'a [b] [c]\n\n[b]: x\n\nnew\n\n[c]: y\n',
    ],
    [
      'all but an empty paragraph',
      '<!-- docbridge:{"empty":true} -->\n\na\n',
      out([], 1),
      '<!-- docbridge:{"empty":true} -->\n',
    ],
    ['a block below one that stood close to another', '# a\nb\n\nc\n', out([], 0), 'b\n\nc\n'],
    [
      'a paragraph that goes below another',
      '# a\nb\n\nc\n',
      (doc: TiptapDocument) => put([], 2, doc.content?.[1] ?? paragraph)(out([], 1)(doc)),
      '# a\n\nc\n\nb\n',
    ],
    ['the item that parts the others', '- a\n- b\n\n- c\n', out([0], 2), '- a\n\n- b\n'],
    ['a block below text in an item', '- a\n  - b\n', put([0, 0], 2, paragraph), '- a\n  - b\n\n  new\n'],
  ] as const) {
    test(name, () => {
      const { doc } = markdownToTiptap(markdown).value;
      const edited = change(doc);
      const { value } = tiptapToMarkdown({ doc: edited }, { base: { markdown, tiptap: doc } });
      assert.equal(value, wanted);
      const again = markdownToTiptap(value).value.doc;
      assert.equal(canonicalJson(again, { view: 'markdown' }), canonicalJson(edited, { view: 'markdown' }));
    });
  }

  for (const [name, markdown, change, wanted] of [
    ['blank lines that are gone do not come back', '- a\n- b\n\n- c\n', out([0], 2), '- a\n- b\n'],
    [
      'code in a link that is code of another name',
      'See [`a`](b.md) there.\n',
      text([0, 1], 'c'),
      'See [`c`](b.md) there.\n',
    ],
    ['a word more in bold code', '**`a b`** c\n', text([0, 0], 'a x b'), '**`a x b`** c\n'],
    ['a word more at the end of bold code', 'c **`a b`** d\n', text([0, 1], 'a b x'), 'c **`a b x`** d\n'],
    ['a word that grows in bold code', '**`a b`** c\n', text([0, 0], 'a[c](d)b b'), '**`a[c](d)b b`** c\n'],
    ['nor does what parted the blocks of an item', '- a\n- b\n\n  c\n', out([0, 1], 1), '- a\n- b\n'],
    [
      'a callout that is shown as a quote',
      '> [!NOTE]\n> a b\n<!-- docbridge:{"as":"callout","attrs":{"type":"note"}} -->\n',
      text([0, 0, 0], 'a c'),
      '> [!NOTE]\n> a c\n<!-- docbridge:{"as":"callout","attrs":{"type":"note"}} -->\n',
    ],
  ] as const) {
    test(`where the platform does not say: ${name}`, () => {
      const { doc } = markdownToTiptap(markdown, { schema: 'official' }).value;
      const options = { schema: 'official', base: { markdown, tiptap: doc } } as const;
      assert.equal(tiptapToMarkdown({ doc: change(doc) }, options).value, wanted);
    });
  }
});
