import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../../server/src/convert/compare.js';
import { toTiptapNames } from '../../../server/src/convert/dialects/translate.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { Dialect, Json, TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { editText, textPlaces } from '../support/edits.js';
import { documents } from '../support/documents.js';
import { HANDBOOK } from '../support/handbook.js';
import { CONSTRUCTS } from './constructs.js';

const DIALECTS = ['tiptap', 'ondoki', 'outline', 'docmost'] as const;

/** Attributes that a platform of the dialect writes out, though they say nothing. */
const SPELLED: Readonly<Record<Dialect, Readonly<Record<string, Readonly<Record<string, Json>>>>>> = {
  tiptap: {},
  ondoki: {},
  outline: {
    ordered_list: { listStyle: 'number', order: 1 },
    code_fence: { wrap: false },
    hr: { markup: '---' },
    heading: { level: 1, collapsed: false },
    td: { colspan: 1, rowspan: 1, alignment: null, colwidth: null },
    th: { colspan: 1, rowspan: 1, alignment: null, colwidth: null },
    container_toggle: { id: 'toggle' },
    mention: { type: 'user', id: 'place' },
  },
  docmost: {
    paragraph: { id: 'p', indent: 0, textAlign: null, dir: 'auto' },
    heading: { id: 'h', indent: 0, textAlign: null, dir: 'auto' },
    image: { align: 'center', width: null },
    orderedList: { start: 1, type: null, dir: 'auto' },
  },
};

/** A document after a platform has taken it: with what it writes out and adds. */
function taken(node: TiptapNode, dialect: Dialect): TiptapNode {
  const attrs = { ...SPELLED[dialect][node.type], ...node.attrs };
  return {
    ...node,
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(node.content === undefined ? {} : { content: node.content.map((child) => taken(child, dialect)) }),
  };
}

function hold(markdown: string, dialect: Dialect): TiptapDocument {
  const { doc } = markdownToTiptap(markdown, { dialect, schema: 'official' }).value;
  return { ...taken(doc, dialect), type: 'doc' };
}

/** How many lines stand between what two texts have in common at either end. */
function changedLines(before: string, after: string): readonly [number, number] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [a.length - head - tail, b.length - head - tail];
}

/** Whether a text is in a node that stands for raw source, which an edit may turn into anything. */
function isRaw(doc: TiptapNode, path: readonly number[]): boolean {
  const [first = -1, ...rest] = path;
  const child = doc.content?.[first];
  if (child === undefined) return false;
  return child.attrs?.['language'] === 'raw' || isRaw(child, rest);
}

const SOURCES: readonly (readonly [string, string])[] = [...CONSTRUCTS, ['the handbook', HANDBOOK]];

for (const dialect of DIALECTS) {
  suite(`down to the dialect ${dialect} and up again, with the base`, () => {
    test('nothing changed, no byte changes on either side', () => {
      for (const [name, markdown] of SOURCES) {
        const held = hold(markdown, dialect);
        const options = { dialect, schema: 'official', base: { markdown, tiptap: held } } as const;
        assert.equal(tiptapToMarkdown({ doc: structuredClone(held) }, options).value, markdown, name);
        assert.equal(markdownToTiptap(markdown, options).value.doc, held, name);
      }
    });

    test('what a platform adds in silence changes no byte', () => {
      for (const [name, markdown] of SOURCES) {
        const { doc } = markdownToTiptap(markdown, { dialect, schema: 'official' }).value;
        const held = hold(markdown, dialect);
        const options = { dialect, schema: 'official', base: { markdown, tiptap: doc } } as const;
        assert.equal(tiptapToMarkdown({ doc: held }, options).value, markdown, name);
      }
    });

    for (const [name, markdown] of SOURCES) {
      const held = hold(markdown, dialect);
      const all = textPlaces(held).filter((path) => !isRaw(held, path));
      const places = all.filter((_, index) => all.length < 10 || index % 5 === 0);
      if (places.length === 0) continue;
      test(`a word changed there changes one line here: ${name}`, () => {
        const options = { dialect, schema: 'official', base: { markdown, tiptap: held } } as const;
        for (const place of places) {
          const edited = editText(held, place, (text) => text.replace(/[A-Za-z]+/, 'zebra'));
          const { value } = tiptapToMarkdown({ doc: edited }, options);
          assert.deepEqual(changedLines(markdown, value), [1, 1], `${place.join('/')}\n${value}`);
          const again = markdownToTiptap(value, options).value.doc;
          assert.equal(inMarkdown(again, dialect), inMarkdown(edited, dialect), place.join('/'));
        }
      });
    }

    test('any document comes back byte for byte', () => {
      fc.assert(
        fc.property(documents('hostile'), (doc) => {
          const markdown = tiptapToMarkdown({ doc }).value;
          const held = hold(markdown, dialect);
          const options = { dialect, schema: 'official', base: { markdown, tiptap: held } } as const;
          assert.equal(tiptapToMarkdown({ doc: structuredClone(held) }, options).value, markdown);
          const more: TiptapDocument = { ...held, content: [...(held.content ?? []), ADDED] };
          const longer = tiptapToMarkdown({ doc: more }, options).value;
          assert.ok(longer.startsWith(markdown.trimEnd()), longer);
        }),
        { numRuns: 20 },
      );
    });
  });
}

const ADDED: TiptapNode = { type: 'paragraph', content: [{ type: 'text', text: 'more' }] };

function inMarkdown(doc: TiptapDocument, dialect: Dialect): string {
  return canonicalJson(toTiptapNames(doc, dialect), { view: 'markdown' });
}
