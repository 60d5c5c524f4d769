import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameDocument } from '../../../server/src/convert/compare.js';
import { DOCMOST_NAMES } from '../../../server/src/convert/dialects/docmostNames.js';
import type { DialectNames } from '../../../server/src/convert/dialects/names.js';
import { OUTLINE_NAMES } from '../../../server/src/convert/dialects/outlineNames.js';
import { fromTiptapNames, toTiptapNames } from '../../../server/src/convert/dialects/translate.js';
import type { Dialect, TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { hostileDocuments, text } from './hostileDocuments.js';
import { documents } from '../support/documents.js';

const NAMES: Readonly<Record<'outline' | 'docmost', DialectNames>> = {
  outline: OUTLINE_NAMES,
  docmost: DOCMOST_NAMES,
};

function doc(...content: readonly TiptapNode[]): TiptapDocument {
  return { type: 'doc', content };
}

/** The first block of a document of a dialect under TipTap's names. */
function ours(dialect: Dialect, node: TiptapNode): TiptapNode | undefined {
  return toTiptapNames(doc(node), dialect).content?.[0];
}

function theirs(dialect: Dialect, node: TiptapNode): TiptapNode | undefined {
  return fromTiptapNames(doc(node), dialect).content?.[0];
}

suite('names of dialects', () => {
  for (const dialect of ['outline', 'docmost'] as const) {
    test(`${dialect}: any JSON comes back exactly`, () => {
      fc.assert(
        fc.property(hostileDocuments(NAMES[dialect]), (given) => {
          const inside = toTiptapNames(given, dialect);
          assert.deepStrictEqual(fromTiptapNames(inside, dialect), given);
        }),
        { numRuns: 2000 },
      );
    });

    test(`${dialect}: documents of ours come back from the platform's names`, () => {
      fc.assert(
        fc.property(documents('plain'), (given) => {
          assert.ok(sameDocument(toTiptapNames(fromTiptapNames(given, dialect), dialect), given));
        }),
      );
    });

    test(`${dialect}: null where an object or a list belongs stays`, () => {
      const odd: unknown = JSON.parse(
        `{"type":"doc","attrs":null,"content":[
          {"type":"bullet_list","attrs":null,"content":null,"marks":null},
          {"type":"mathBlock","attrs":null},{"type":"math_inline","content":null},
          {"type":"container_toggle","content":null},{"type":"x","attrs":[1]},
          {"type":"bulletList","attrs":null,"docbridge":1}]}`,
      );
      assert.deepStrictEqual(fromTiptapNames(toTiptapNames(odd as TiptapDocument, dialect), dialect), odd);
    });
  }

  for (const dialect of ['tiptap', 'ondoki', undefined] as const) {
    test(`${dialect ?? 'no dialect'}: the names are TipTap's`, () => {
      const given = doc({ type: 'bullet_list' });
      assert.equal(toTiptapNames(given, dialect), given);
      assert.equal(fromTiptapNames(given, dialect), given);
    });
  }

  test('Outline: lists, marks, breaks and code', () => {
    const given = doc(
      {
        type: 'ordered_list',
        attrs: { order: 3, listStyle: 'number' },
        content: [
          {
            type: 'list_item',
            content: [
              {
                type: 'paragraph',
                content: [
                  text('a', 'strong', 'em'),
                  { type: 'br' },
                  text('b', 'strikethrough', 'code_inline'),
                  { type: 'math_inline', content: [text('x^2')] },
                ],
              },
            ],
          },
        ],
      },
      { type: 'code_fence', attrs: { language: 'ts', wrap: false }, content: [text('x')] },
      { type: 'hr', attrs: { markup: '---' } },
    );
    const inside = toTiptapNames(given, 'outline');
    const expected = doc(
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  text('a', 'bold', 'italic'),
                  { type: 'hardBreak' },
                  text('b', 'strike', 'code'),
                  { type: 'inlineMath', attrs: { latex: 'x^2' } },
                ],
              },
            ],
          },
        ],
      },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('x')] },
      { type: 'horizontalRule' },
    );
    assert.ok(sameDocument(inside, expected), JSON.stringify(inside));
  });

  test('Outline: both names of code are one here, and come back', () => {
    const fence = doc({ type: 'code_fence', attrs: { language: 'ts' }, content: [text('x')] });
    const block = doc({ type: 'code_block', attrs: { language: 'ts' }, content: [text('x')] });
    assert.ok(sameDocument(toTiptapNames(fence, 'outline'), toTiptapNames(block, 'outline')));
    for (const given of [fence, block]) {
      assert.deepEqual(fromTiptapNames(toTiptapNames(given, 'outline'), 'outline'), given);
    }
    assert.equal(theirs('outline', { type: 'codeBlock' })?.type, 'code_fence');
  });

  test('Outline: a toggle is a details, whatever its head is', () => {
    const body: TiptapNode = { type: 'paragraph', content: [text('b')] };
    assert.deepEqual(
      ours('outline', {
        type: 'container_toggle',
        attrs: { id: 't1' },
        content: [{ type: 'paragraph', content: [text('S')] }, body],
      }),
      {
        type: 'details',
        attrs: { id: 't1' },
        content: [
          { type: 'detailsSummary', content: [text('S')] },
          { type: 'detailsContent', content: [body] },
        ],
      },
    );
    assert.deepEqual(
      ours('outline', {
        type: 'container_toggle',
        content: [{ type: 'heading', attrs: { level: 2 }, content: [text('S')] }, body],
      })?.attrs,
      { level: 2 },
    );
    const folded = { type: 'container_toggle', content: [{ type: 'paragraph' }] };
    assert.deepEqual(ours('outline', folded)?.content, [
      { type: 'detailsSummary' },
      { type: 'detailsContent', content: [{ type: 'paragraph' }] },
    ]);
    assert.deepEqual(theirs('outline', ours('outline', folded) ?? folded), folded);
  });

  test('Outline: a mention is of whom it names, not of where it stands', () => {
    const given = {
      type: 'mention',
      attrs: { type: 'user', modelId: 'u1', label: 'Ann', id: 'place' },
    };
    const attrs = ours('outline', given)?.attrs;
    assert.deepEqual([attrs?.['id'], attrs?.['uid'], attrs?.['label']], ['u1', 'place', 'Ann']);
  });

  test('Docmost: formulas, and defaults that every node spells out', () => {
    const given = doc({
      type: 'paragraph',
      attrs: { dir: 'auto', indent: 0, id: 'p1' },
      content: [{ type: 'mathInline', attrs: { text: 'x', dir: 'auto' } }],
    });
    const inside = toTiptapNames(given, 'docmost');
    const expected = doc({
      type: 'paragraph',
      attrs: { id: 'p1' },
      content: [{ type: 'inlineMath', attrs: { latex: 'x' } }],
    });
    assert.ok(sameDocument(inside, expected), JSON.stringify(inside));
  });

  test('Outline: a toggle remembers that it had no body only while it has none', () => {
    const folded = ours('outline', TOGGLE);
    const [summary] = folded?.content ?? [];
    assert.ok(folded && summary);
    const filled = { ...folded, content: [summary, { type: 'detailsContent', content: [FILLED] }] };
    assert.deepEqual(theirs('outline', filled)?.content, [{ type: 'paragraph' }, FILLED]);
    const emptied = { ...folded, content: [summary, { type: 'detailsContent' }] };
    assert.deepEqual(theirs('outline', emptied)?.content, [{ type: 'paragraph' }]);
    const more = { type: 'detailsContent', content: [FILLED, FILLED] };
    assert.equal(theirs('outline', { ...folded, content: [summary, more] })?.content?.length, 3);
  });

  test('names that mean something else on the other side are kept apart', () => {
    assert.equal(ours('outline', { type: 'bulletList' })?.type, 'outline-bulletList');
    assert.equal(theirs('outline', { type: 'bullet_list' })?.type, 'tiptap-bullet_list');
    assert.deepEqual(ours('outline', { type: 'tiptap-bullet_list' }), { type: 'bullet_list' });
    assert.deepEqual(ours('outline', { type: 'ordered_list', attrs: { start: 2 } })?.attrs, {
      'outline-start': 2,
    });
    assert.deepEqual(ours('outline', { type: 'video', attrs: { docbridge: 1 } })?.attrs, {
      'outline-docbridge': 1,
    });
  });

  test('nodes that are not built as TipTap builds them keep their JSON', () => {
    for (const odd of [
      { type: 'inlineMath' },
      { type: 'inlineMath', attrs: { latex: 'x' }, content: [text('y')] },
      { type: 'details', content: [{ type: 'paragraph' }] },
      { type: 'details', content: [{ type: 'detailsSummary' }, { type: 'paragraph' }] },
      { type: 'details', content: [...(ours('outline', TOGGLE)?.content ?? []), { type: 'paragraph' }] },
      { type: 'details', attrs: { level: 'x' }, content: ours('outline', TOGGLE)?.content ?? [] },
      {
        type: 'details',
        content: [{ type: 'detailsSummary' }, { type: 'detailsContent', attrs: { x: 1 } }],
      },
    ]) {
      const { type, ...rest } = theirs('outline', odd) ?? { type: '' };
      assert.equal(type, `tiptap-${odd.type}`);
      assert.deepEqual(Object.keys(rest), Object.keys(odd).slice(1));
    }
  });
});

const FILLED: TiptapNode = { type: 'paragraph', attrs: { id: 'p' } };
const TOGGLE: TiptapNode = { type: 'container_toggle', content: [{ type: 'paragraph' }] };
