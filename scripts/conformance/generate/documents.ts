import fc from 'fast-check';
import type { Json, TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import type { DocumentClass } from './DocumentClass.js';
import { inline, textOnly } from './inline.js';
import { table } from './table.js';
import { codeText, text } from './words.js';

const MAX_DEPTH = 2;

type Blocks = fc.Arbitrary<readonly TiptapNode[]>;
type Block = fc.Arbitrary<TiptapNode>;

/** Arbitrary documents that TipTap's official schema takes. */
export function documents(of: DocumentClass): fc.Arbitrary<TiptapDocument> {
  return fc.noBias(blocks(of, MAX_DEPTH, 6).map((content): TiptapDocument => ({ type: 'doc', content })));
}

/** The document that a seed stands for. */
export function documentOf(arbitrary: fc.Arbitrary<TiptapDocument>, seed: number): TiptapDocument {
  const [doc] = fc.sample(arbitrary, { seed, numRuns: 1 });
  if (doc === undefined) throw new Error(`no document for seed ${seed}`);
  return doc;
}

function blocks(of: DocumentClass, depth: number, maxLength: number): Blocks {
  const empty = fc.constant<TiptapNode>({ type: 'paragraph' });
  const one = of.empties
    ? fc.oneof({ weight: 9, arbitrary: block(of, depth) }, { weight: 1, arbitrary: empty })
    : block(of, depth);
  return fc.array(one, { minLength: 1, maxLength });
}

function block(of: DocumentClass, depth: number): Block {
  const leaves = [
    { weight: 16, arbitrary: paragraph(of) },
    { weight: 4, arbitrary: heading(of) },
    { weight: 4, arbitrary: codeBlock(of) },
    { weight: 2, arbitrary: fc.constant<TiptapNode>({ type: 'horizontalRule' }) },
    { weight: of.full ? 4 : 0, arbitrary: leafAtoms },
    { weight: of.full && of.hostile ? 1 : 0, arbitrary: hostileLeafAtoms },
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = blocks(of, depth - 1, 3);
  return fc.oneof(
    ...leaves,
    { weight: 4, arbitrary: inner.map((content): TiptapNode => ({ type: 'blockquote', content })) },
    { weight: 4, arbitrary: list(of, 'bulletList', inner) },
    { weight: 4, arbitrary: list(of, 'orderedList', inner) },
    { weight: of.full ? 4 : 0, arbitrary: list(of, 'taskList', inner) },
    { weight: of.full ? 6 : 0, arbitrary: table(cell(of, inner)) },
    { weight: of.full ? 2 : 0, arbitrary: details(of, inner) },
  );
}

function paragraph(of: DocumentClass): Block {
  return fc.tuple(inline(of), align(of)).map(([content, attrs]): TiptapNode => ({
    type: 'paragraph',
    ...attrs,
    content,
  }));
}

function heading(of: DocumentClass): Block {
  const content = fc.oneof(
    { weight: 9, arbitrary: inline(of) },
    { weight: 1, arbitrary: fc.constant<readonly TiptapNode[]>([]) },
  );
  return fc
    .tuple(fc.integer({ min: 1, max: 6 }), content, align(of))
    .map(([level, nodes, { attrs }]): TiptapNode => ({
      type: 'heading',
      attrs: { level, ...attrs },
      ...(nodes.length === 0 ? {} : { content: nodes }),
    }));
}

function align(of: DocumentClass): fc.Arbitrary<{ readonly attrs?: { readonly textAlign: string } }> {
  const some = of.full ? ['center', 'right', 'justify'] : [];
  return fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('left', ...some))
    .map(([chance, textAlign]) => (of.full && chance === 0 ? { attrs: { textAlign } } : {}));
}

function codeBlock(of: DocumentClass): Block {
  const odd = of.hostile ? ['a b', 'js {1,2}', 'c++', '`'] : [];
  const language = fc.constantFrom<string | null>(null, 'ts', 'ts', 'sh', ...odd);
  const content = fc.oneof({ weight: 9, arbitrary: codeText(of) }, { weight: 1, arbitrary: fc.constant('') });
  return fc.tuple(language, content).map(([name, value]): TiptapNode => ({
    type: 'codeBlock',
    ...(name === null ? {} : { attrs: { language: name } }),
    ...(value === '' ? {} : { content: [{ type: 'text', text: value }] }),
  }));
}

const leafAtoms = fc.constantFrom<TiptapNode>(
  { type: 'blockMath', attrs: { latex: 'x = \\frac{1}{2}' } },
  { type: 'youtube', attrs: { src: 'https://www.youtube.com/watch?v=a_b-c', start: 5 } },
  { type: 'twitch', attrs: { src: 'https://www.twitch.tv/videos/1' } },
  { type: 'audio', attrs: { src: 'a.mp3' } },
);

const hostileLeafAtoms = fc.constantFrom<TiptapNode>(
  { type: 'blockMath', attrs: { latex: 'a\n\nb $$ c' } },
  { type: 'blockMath', attrs: { latex: '' } },
  { type: 'youtube', attrs: { src: null } },
  { type: 'audio', attrs: { src: 'a "b"}.mp3', loop: true } },
);

function list(of: DocumentClass, type: 'bulletList' | 'orderedList' | 'taskList', inner: Blocks): Block {
  const first = of.empties
    ? fc.oneof(
        { weight: 9, arbitrary: paragraph(of) },
        { weight: 1, arbitrary: fc.constant<TiptapNode>({ type: 'paragraph' }) },
      )
    : paragraph(of);
  const rest = fc.oneof(
    { weight: 2, arbitrary: fc.constant<readonly TiptapNode[]>([]) },
    { weight: 1, arbitrary: inner },
  );
  const item = fc.tuple(first, rest, fc.boolean()).map(([one, more, checked]): TiptapNode => ({
    type: type === 'taskList' ? 'taskItem' : 'listItem',
    ...(type === 'taskList' ? { attrs: { checked } } : {}),
    content: [one, ...more],
  }));
  const attrs = fc.tuple(fc.constantFrom(1, 1, 1, 0, 5, 9, 2024), fc.constantFrom(null, null, null, 'a'));
  return fc.tuple(fc.array(item, { minLength: 1, maxLength: 3 }), attrs).map(([content, [start, kind]]) => {
    if (type !== 'orderedList') return { type, content };
    const given: Record<string, Json> = { start, ...(of.full && kind !== null ? { type: kind } : {}) };
    return { type, attrs: given, content };
  });
}

function cell(of: DocumentClass, inner: Blocks): Blocks {
  const one = paragraph({ ...of, empties: false }).map((node): readonly TiptapNode[] => [node]);
  return fc.oneof(
    { weight: 8, arbitrary: one },
    { weight: 1, arbitrary: fc.constant<readonly TiptapNode[]>([{ type: 'paragraph' }]) },
    { weight: 1, arbitrary: inner },
  );
}

function details(of: DocumentClass, inner: Blocks): Block {
  const summary = fc.oneof(
    { weight: 3, arbitrary: text(of).map((value): readonly TiptapNode[] => [{ type: 'text', text: value }]) },
    { weight: 1, arbitrary: textOnly(of) },
  );
  return fc.tuple(summary, inner).map(([title, content]): TiptapNode => ({
    type: 'details',
    content: [
      { type: 'detailsSummary', ...(title.length === 0 ? {} : { content: title }) },
      { type: 'detailsContent', content },
    ],
  }));
}
