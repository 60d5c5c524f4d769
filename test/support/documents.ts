import fc from 'fast-check';
import type { TiptapDocument, TiptapNode } from '../../server/src/convert/tiptap.js';
import type { TextFeatures } from './documentText.js';
import { inlineContent, words } from './documentText.js';

/**
 * Classes of documents, each valid in the schema of TipTap's official extensions:
 * - `core`: the blocks and marks of StarterKit, plain words;
 * - `full`: also tables, tasks, images, underline, highlight, sub, sup, alignment of paragraphs;
 * - `hostile`: as `full`, a third of the words is Markdown syntax, and marks have edge spaces;
 * - `empties`: as `hostile`, one block in ten is an empty paragraph;
 * - `everything`: also details, math, mentions, films, text styles, aligned and empty headings, cells with
 *   spans, widths and several blocks, trailing breaks, empty items and code.
 */
export type DocumentKind = 'core' | 'full' | 'hostile' | 'empties' | 'everything';

export const documentKinds: readonly DocumentKind[] = ['core', 'full', 'hostile', 'empties', 'everything'];

export interface DocumentOptions {
  /** TipTap's image is a block or, when so configured, inline; a schema has one of the two. Default `block`. */
  readonly images?: 'block' | 'inline';
  /** Most blocks at the top level; default 6. */
  readonly maxBlocks?: number;
}

interface Features {
  readonly text: TextFeatures;
  readonly full: boolean;
  readonly empties: boolean;
  readonly everything: boolean;
  readonly blockImages: boolean;
}

/**
 * A TipTap document in normal form: neighbouring texts with equal marks joined, marks in the schema's order,
 * attributes left out where they have their default (except `level`, `checked` and `start`).
 */
export function tiptapDocument(
  kind: DocumentKind,
  options: DocumentOptions = {},
): fc.Arbitrary<TiptapDocument> {
  const features = featuresOf(kind, options.images ?? 'block');
  return fc
    .array(block(features, 2), { minLength: 1, maxLength: options.maxBlocks ?? 6 })
    .map((content) => ({ type: 'doc', content }));
}

function featuresOf(kind: DocumentKind, images: 'block' | 'inline'): Features {
  const full = kind !== 'core';
  const everything = kind === 'everything';
  const hostile = kind === 'hostile' || kind === 'empties' || everything;
  const marks = ['bold', 'italic', 'strike', 'code', 'link'];
  if (full) marks.push('underline', 'highlight', 'subscript', 'superscript');
  if (everything) marks.push('textStyle');
  const atoms = [
    ...(full && images === 'inline' ? [image(hostile)] : []),
    ...(everything
      ? [mention(), fc.constant<TiptapNode>({ type: 'inlineMath', attrs: { latex: 'x^2_1 $' } })]
      : []),
  ];
  return {
    text: { marks, hostile, edges: everything, atoms: atoms.length > 0 ? fc.oneof(...atoms) : null },
    full,
    empties: kind === 'empties' || everything,
    everything,
    blockImages: full && images === 'block',
  };
}

type NodeArbitrary = fc.Arbitrary<TiptapNode>;

/** @param depth How many more levels of lists, quotes and details may follow. */
function block(features: Features, depth: number): NodeArbitrary {
  const { text, full, everything, empties, blockImages } = features;
  const leaves: [weight: number, NodeArbitrary][] = [
    [8, paragraph(features)],
    [3, heading(features)],
    [2, codeBlock(features)],
    [1, fc.constant<TiptapNode>({ type: 'horizontalRule' })],
  ];
  if (blockImages) leaves.push([1, image(text.hostile)]);
  if (full) leaves.push([2, table(features)]);
  if (everything) leaves.push([1, atomBlock()]);
  const nested: [number, NodeArbitrary][] = depth === 0 ? [] : [[5, container(features, depth - 1)]];
  const all = [...leaves, ...nested];
  if (empties) {
    const sum = all.reduce((total, [weight]) => total + weight, 0);
    all.push([Math.round(sum / 9), fc.constant<TiptapNode>({ type: 'paragraph' })]);
  }
  return fc.oneof(...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

function container(features: Features, depth: number): NodeArbitrary {
  const inner = fc.array(block(features, depth), { minLength: 1, maxLength: 3 });
  const itemContent = fc
    .tuple(paragraph(features), fc.array(block(features, depth), { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest]);
  const item = itemContent.map((content): TiptapNode => ({ type: 'listItem', content }));
  const items = (arbitrary: NodeArbitrary) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });
  const task = fc
    .tuple(itemContent, fc.boolean())
    .map(([content, checked]): TiptapNode => ({ type: 'taskItem', attrs: { checked }, content }));
  const some: NodeArbitrary[] = [
    items(item).map((content): TiptapNode => ({ type: 'bulletList', content })),
    fc
      .tuple(items(item), fc.constantFrom(1, 1, 2, 5, 99))
      .map(([content, start]): TiptapNode => ({ type: 'orderedList', attrs: { start }, content })),
    inner.map((content): TiptapNode => ({ type: 'blockquote', content })),
  ];
  if (features.full) some.push(items(task).map((content): TiptapNode => ({ type: 'taskList', content })));
  if (features.everything) some.push(details(features, inner));
  return fc.oneof(...some);
}

function paragraph(features: Features): NodeArbitrary {
  const filled = aligned(features.full, { type: 'paragraph' }, inlineContent(features.text));
  if (!features.everything) return filled;
  return fc.oneof(
    { arbitrary: filled, weight: 9 },
    { arbitrary: fc.constant<TiptapNode>({ type: 'paragraph' }), weight: 1 },
  );
}

function heading(features: Features): NodeArbitrary {
  const content = inlineContent(features.text, features.everything);
  const filled = fc
    .integer({ min: 1, max: 6 })
    .chain((level) => aligned(features.everything, { type: 'heading', attrs: { level } }, content));
  if (!features.everything) return filled;
  const empty = fc.constant<TiptapNode>({ type: 'heading', attrs: { level: 2 } });
  return fc.oneof({ arbitrary: filled, weight: 9 }, { arbitrary: empty, weight: 1 });
}

function aligned(
  possible: boolean,
  node: TiptapNode,
  content: fc.Arbitrary<readonly TiptapNode[]>,
): NodeArbitrary {
  const alignment = possible
    ? fc.constantFrom(null, null, null, null, 'center', 'right', 'justify')
    : fc.constant(null);
  return fc.tuple(alignment, content).map(([textAlign, inline]) => ({
    ...node,
    ...(textAlign !== null && { attrs: { ...node.attrs, textAlign } }),
    content: inline,
  }));
}

function codeBlock(features: Features): NodeArbitrary {
  const line = fc.oneof(
    words(features.text.hostile),
    fc.constantFrom('', '  indented', '```', '~~~~', '\tx'),
  );
  const language = fc.constantFrom(null, 'js', 'ts', ...(features.everything ? ['c++ title="a"'] : []));
  return fc.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), language).map(([lines, name]) => {
    const text = features.everything ? lines.join('\n') : lines.join('\n').replace(/^\n+|\n+$/g, '');
    const content = text === '' && !features.everything ? 'x' : text;
    return {
      type: 'codeBlock',
      ...(name !== null && { attrs: { language: name } }),
      ...(content !== '' && { content: [{ type: 'text', text: content }] }),
    };
  });
}

function image(hostile: boolean): NodeArbitrary {
  return fc
    .record(
      {
        src: fc.constantFrom('a.png', 'https://e.example/p_(1).svg', 'a b.png'),
        alt: words(hostile),
        title: fc.constantFrom('T', 'a "quoted" one'),
      },
      { requiredKeys: ['src'] },
    )
    .map((attrs): TiptapNode => ({ type: 'image', attrs }));
}

function mention(): NodeArbitrary {
  return fc
    .constantFrom('Ann B', 'A "x" ]', '李')
    .map((label): TiptapNode => ({ type: 'mention', attrs: { id: `u-${label.length}`, label } }));
}

function atomBlock(): NodeArbitrary {
  return fc.constantFrom<TiptapNode>(
    { type: 'blockMath', attrs: { latex: '\\int_0^1\nx' } },
    { type: 'blockMath', attrs: { latex: '$$ a' } },
    { type: 'youtube', attrs: { src: 'https://www.youtube.com/watch?v=abcdefghijk', start: 10 } },
  );
}

function details(features: Features, content: fc.Arbitrary<readonly TiptapNode[]>): NodeArbitrary {
  const summary = words(features.text.hostile).map((text): readonly TiptapNode[] => [{ type: 'text', text }]);
  return fc.tuple(summary, content).map(([title, blocks]): TiptapNode => ({
    type: 'details',
    content: [
      { type: 'detailsSummary', content: title },
      { type: 'detailsContent', content: blocks },
    ],
  }));
}

function table(features: Features): NodeArbitrary {
  const { everything } = features;
  const single = aligned(
    false,
    { type: 'paragraph' },
    inlineContent({ ...features.text, edges: false }, everything),
  );
  const simple = single.map((one): readonly TiptapNode[] => [one]);
  const several = fc.array(block({ ...features, full: false }, 0), { minLength: 1, maxLength: 2 });
  const empty = fc.constant<readonly TiptapNode[]>([{ type: 'paragraph' }]);
  const content = everything ? fc.oneof(simple, several, empty) : simple;
  const attrs = everything
    ? fc.constantFrom(
        {},
        {},
        {},
        { align: 'center' },
        { colwidth: [120] },
        { align: 'right', colwidth: [80] },
      )
    : fc.constant({});
  const cell = (type: string) =>
    fc
      .tuple(attrs, content)
      .map(([given, blocks]): TiptapNode =>
        Object.keys(given).length > 0 ? { type, attrs: given, content: blocks } : { type, content: blocks },
      );
  const size = fc.record({ columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 3 }) });
  const headers = everything ? fc.constantFrom('row', 'row', 'none', 'column') : fc.constant('row');
  const span = everything ? fc.boolean() : fc.constant(false);
  return fc.tuple(size, headers, span).chain(([{ columns, rows }, header, wide]) => {
    const row = (index: number) =>
      fc.tuple(
        ...Array.from({ length: columns }, (_none, column) =>
          cell(
            (header === 'row' && index === 0) || (header === 'column' && column === 0)
              ? 'tableHeader'
              : 'tableCell',
          ),
        ),
      );
    return fc
      .tuple(...Array.from({ length: rows + 1 }, (_none, index) => row(index)))
      .map((cells): TiptapNode => ({
        type: 'table',
        content: cells.map((all, index) => ({
          type: 'tableRow',
          content: wide && index === rows && columns > 1 ? spanning(all) : all,
        })),
      }));
  });
}

/** The row with its first two cells made one. */
function spanning(row: readonly TiptapNode[]): readonly TiptapNode[] {
  const [first, , ...rest] = row;
  if (!first) return row;
  const align = first.attrs?.['align'];
  return [{ ...first, attrs: { ...(align !== undefined && { align }), colspan: 2 } }, ...rest];
}
