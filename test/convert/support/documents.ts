import fc from 'fast-check';
import type { TiptapDocument, TiptapMark, TiptapNode } from '../../../server/src/convert/tiptap.js';

const PLAIN_WORDS = ['alpha', 'beta', 'Gamma', 'delta7', 'é', '你好', 'x'] as const;
const HOSTILE_WORDS = [
  '*',
  '_',
  '**',
  '__',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '](',
  '![',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '&amp;',
  '&',
  '#',
  '##',
  '1.',
  '2)',
  '-',
  '+',
  '>',
  '|',
  '\\',
  '$',
  '$$',
  '{%',
  ':::',
  ':tada:',
  ':mention[',
  '::youtube{',
  'http://a.b/c',
  'www.x.org',
  'a@b.co',
  '---',
  '===',
  '[x]',
  '[^1]',
  '\u00a0',
  '~',
  '!',
  '(',
  ')',
  '"',
  '😀',
  '\n',
  '```',
  '\t',
] as const;

/** How nasty generated text is. */
export type Nastiness = 'plain' | 'hostile';

function text(nastiness: Nastiness): fc.Arbitrary<string> {
  const words =
    nastiness === 'plain'
      ? fc.constantFrom(...PLAIN_WORDS)
      : fc.constantFrom(...PLAIN_WORDS, ...HOSTILE_WORDS);
  const glue = nastiness === 'plain' ? fc.constant(' ') : fc.constantFrom(' ', ' ', '', '  ');
  return fc.array(fc.tuple(words, glue), { minLength: 1, maxLength: 5 }).map((parts) => {
    const joined = parts.map(([word, space]) => word + space).join('');
    return nastiness === 'plain' ? joined.trimEnd() : joined;
  });
}

const marks: fc.Arbitrary<readonly TiptapMark[]> = fc
  .subarray<TiptapMark>([
    { type: 'link', attrs: { href: 'https://e.com/a_(b)' } },
    { type: 'bold' },
    { type: 'italic' },
    { type: 'strike' },
    { type: 'underline' },
    { type: 'highlight' },
    { type: 'superscript' },
  ])
  .filter((list) => list.length <= 2);

function inlineNode(nastiness: Nastiness): fc.Arbitrary<TiptapNode> {
  const plain = fc.tuple(
    text(nastiness),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: marks }),
  );
  const textNode = plain.map(([value, list]): TiptapNode => ({
    type: 'text',
    ...(list.length > 0 ? { marks: list } : {}),
    text: value,
  }));
  const code = text('plain').map((value): TiptapNode => ({
    type: 'text',
    marks: [{ type: 'code' }],
    text: value,
  }));
  const atoms = fc.constantFrom<TiptapNode>(
    { type: 'hardBreak' },
    { type: 'image', attrs: { src: 'a b.png', alt: 'A [b]' } },
    { type: 'mention', attrs: { id: 'u1', label: 'Ann' } },
    { type: 'emoji', attrs: { name: 'tada' } },
    { type: 'inlineMath', attrs: { latex: 'x^2' } },
  );
  return fc.oneof(
    { weight: 6, arbitrary: textNode },
    { weight: 1, arbitrary: code },
    { weight: 1, arbitrary: atoms },
  );
}

function inline(nastiness: Nastiness): fc.Arbitrary<readonly TiptapNode[]> {
  return fc.array(inlineNode(nastiness), { minLength: 1, maxLength: 4 }).map(join);
}

/** Joins neighbours with equal marks, as ProseMirror does. */
function join(nodes: readonly TiptapNode[]): readonly TiptapNode[] {
  const joined: TiptapNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (
      last?.text !== undefined &&
      node.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

/** Arbitrary TipTap documents of the official schema. */
export function documents(nastiness: Nastiness): fc.Arbitrary<TiptapDocument> {
  const { block } = fc.letrec<{ block: TiptapNode; paragraph: TiptapNode; blocks: readonly TiptapNode[] }>(
    (tie) => ({
      paragraph: fc
        .tuple(inline(nastiness), fc.constantFrom(undefined, undefined, undefined, 'center'))
        .map(([content, textAlign]): TiptapNode => ({
          type: 'paragraph',
          ...(textAlign === undefined ? {} : { attrs: { textAlign } }),
          content,
        })),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('paragraph'),
        fc.constant<TiptapNode>({ type: 'paragraph' }),
        fc
          .tuple(fc.integer({ min: 1, max: 6 }), inline(nastiness))
          .map(([level, content]): TiptapNode => ({ type: 'heading', attrs: { level }, content })),
        fc.constant<TiptapNode>({ type: 'horizontalRule' }),
        text(nastiness).map((value): TiptapNode => ({
          type: 'codeBlock',
          attrs: { language: 'ts' },
          content: [{ type: 'text', text: value }],
        })),
        tie('blocks').map((content): TiptapNode => ({ type: 'blockquote', content })),
        list('bulletList', tie('paragraph'), tie('blocks')),
        list('orderedList', tie('paragraph'), tie('blocks')),
        list('taskList', tie('paragraph'), tie('blocks')),
        fc
          .array(fc.array(inline(nastiness), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
          .map(table),
      ),
    }),
  );
  return fc
    .array(block, { minLength: 1, maxLength: 4 })
    .map((content): TiptapDocument => ({ type: 'doc', content }));
}

function list(
  type: 'bulletList' | 'orderedList' | 'taskList',
  paragraph: fc.Arbitrary<TiptapNode>,
  blocks: fc.Arbitrary<readonly TiptapNode[]>,
): fc.Arbitrary<TiptapNode> {
  const item = fc
    .tuple(paragraph, fc.option(blocks, { nil: [] }), fc.boolean())
    .map(([first, rest, checked]): TiptapNode =>
      type === 'taskList'
        ? { type: 'taskItem', attrs: { checked }, content: [first, ...rest] }
        : { type: 'listItem', content: [first, ...rest] },
    );
  return fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 12 }))
    .map(([content, start]): TiptapNode =>
      type === 'orderedList' ? { type, attrs: { start }, content } : { type, content },
    );
}

function table(rows: readonly (readonly (readonly TiptapNode[])[])[]): TiptapNode {
  return {
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map((content) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', content }],
      })),
    })),
  };
}
