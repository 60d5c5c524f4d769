import fc from 'fast-check';
import type { TiptapMark, TiptapNode } from '../../server/src/convert/tiptap.js';

/** What running text may hold. */
export interface TextFeatures {
  /** Names of marks that may stand together; `code` is always alone, as TipTap's schema says. */
  readonly marks: readonly string[];
  /** A third of the words is Markdown syntax, words stand without blanks between them, marks have edge spaces. */
  readonly hostile: boolean;
  /** Breaks also at the start and end, blanks at the edges of a paragraph, no-break spaces. */
  readonly edges: boolean;
  /** Inline nodes beside text and breaks. */
  readonly atoms: fc.Arbitrary<TiptapNode> | null;
}

const plainWords = [
  'roast',
  'a',
  'the',
  'Coffee',
  'two',
  'naïve',
  'Straße',
  '咖啡',
  'حبوب',
  '2025',
  'co-op',
  '👩🏽‍🍳',
  'end.',
];

const hostileWords = [
  '*',
  '**',
  '_',
  '__',
  '[',
  ']',
  '](',
  '![',
  '<b>',
  '</b>',
  '&amp;',
  '&',
  '#',
  '##',
  '1.',
  '1)',
  '-',
  '+',
  '>',
  '|',
  '\\',
  '`',
  '``',
  '```',
  '~',
  '~~',
  '~~~',
  '$',
  '$$',
  '{%',
  '%}',
  ':',
  '::',
  ':::',
  'http://a.b/c',
  'www.x.org',
  'a@b.co',
  '---',
  '***',
  '===',
  '<!--',
  '-->',
  '<br>',
  '==',
  '++',
  '!',
  '(',
  ')',
  '"',
  "'",
  '^',
  '[x]',
  '[ ]',
  '[^1]',
  '[a]:',
  ':a:',
  '{a=b}',
  '@',
  '&#x20;',
  '<?x?>',
  '<https://a.b>',
  '\\*',
  'x_y_z',
  '2*3*4',
];

/** The order in which TipTap's schema sorts the marks of a text. */
const markRank = [
  'link',
  'textStyle',
  'bold',
  'code',
  'italic',
  'strike',
  'underline',
  'highlight',
  'subscript',
  'superscript',
];

const link = fc.oneof(
  fc.constant({ href: 'https://e.example/' }),
  fc.constant({ href: 'https://e.example/a_(b)?c=1&d=2', title: 'A "title" (here)' }),
  fc.constant({ href: 'https://e.example/a b' }),
  fc.constant({ href: '../other.md#part' }),
);

function word(hostile: boolean): fc.Arbitrary<string> {
  const plain = fc.constantFrom(...plainWords);
  if (!hostile) return plain;
  const random = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
    .map((text) => text.replace(/\s/gu, '') || 'x');
  return fc.oneof(
    { arbitrary: plain, weight: 60 },
    { arbitrary: fc.constantFrom(...hostileWords), weight: 35 },
    { arbitrary: random, weight: 5 },
  );
}

/** Some words, never empty, without blanks at the edges. */
export function words(hostile: boolean, maxLength = 5): fc.Arbitrary<string> {
  const glue = hostile ? fc.constantFrom(' ', ' ', '') : fc.constant(' ');
  return fc
    .tuple(word(hostile), fc.array(fc.tuple(glue, word(hostile)), { maxLength: maxLength - 1 }))
    .map(([first, rest]) => first + rest.map((pair) => pair.join('')).join(''));
}

/** Marks of one text in the schema's order. */
function marks(names: readonly string[]): fc.Arbitrary<readonly TiptapMark[]> {
  const combined = names.filter((name) => name !== 'code');
  const attributes = fc.record({
    link,
    highlight: fc.constantFrom(undefined, { color: '#ffc078' }),
    textStyle: fc.constantFrom({ color: '#c92a2a' }, { fontFamily: 'Georgia', fontSize: '18px' }),
  });
  const some = fc
    .tuple(fc.subarray([...combined], { minLength: 1, maxLength: 3 }), attributes)
    .map(([chosen, given]) =>
      chosen
        // A text is not below and above the line at once.
        .filter((name) => name !== 'superscript' || !chosen.includes('subscript'))
        .sort((a, b) => markRank.indexOf(a) - markRank.indexOf(b))
        .map((type): TiptapMark => {
          const attrs = given[type as keyof typeof given];
          return attrs ? { type, attrs } : { type };
        }),
    );
  const none = fc.constant<readonly TiptapMark[]>([]);
  const code = fc.constant<readonly TiptapMark[]>([{ type: 'code' }]);
  return fc.oneof(
    { arbitrary: none, weight: 6 },
    { arbitrary: some, weight: 3 },
    { arbitrary: code, weight: 1 },
  );
}

interface Piece {
  readonly node: TiptapNode;
  /** What separates it from the piece before. */
  readonly gap: '' | ' ' | 'break';
  /** Where the blank of the gap stands: between the pieces or inside the mark. */
  readonly inside: boolean;
}

/** Inline content in normal form: neighbours with equal marks are one text; never empty. */
export function inlineContent(features: TextFeatures, breaks = true): fc.Arbitrary<readonly TiptapNode[]> {
  const text = fc
    .tuple(words(features.hostile), marks(features.marks))
    .map(([value, applied]): TiptapNode =>
      applied.length > 0 ? { type: 'text', text: value, marks: applied } : { type: 'text', text: value },
    );
  const node = features.atoms
    ? fc.oneof({ arbitrary: text, weight: 6 }, { arbitrary: features.atoms, weight: 1 })
    : text;
  const gaps = [
    '' as const,
    ...Array<' '>(features.hostile ? 3 : 8).fill(' '),
    ...(breaks ? ['break' as const] : []),
  ];
  const piece: fc.Arbitrary<Piece> = fc.record({
    node,
    gap: fc.constantFrom(...gaps.filter((gap) => features.hostile || gap !== '')),
    inside: features.hostile ? fc.boolean() : fc.constant(false),
  });
  const edge = features.edges
    ? fc.constantFrom<TiptapNode | null>(
        null,
        null,
        null,
        { type: 'text', text: ' ' },
        { type: 'text', text: '\u00a0' },
        ...(breaks ? [{ type: 'hardBreak' }] : []),
      )
    : fc.constant(null);
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), edge, edge)
    .map(([pieces, before, after]) =>
      joined([...(before ? [before] : []), ...pieces.flatMap(laidOut), ...(after ? [after] : [])]),
    );
}

function laidOut({ node, gap, inside }: Piece, index: number): readonly TiptapNode[] {
  if (index === 0 || gap === '') return [node];
  if (gap === 'break') return [{ type: 'hardBreak' }, node];
  const isCode = node.marks?.some((mark) => mark.type === 'code') ?? false;
  if (inside && node.text !== undefined && !isCode) return [{ ...node, text: ` ${node.text}` }];
  return [{ type: 'text', text: ' ' }, node];
}

/** Joins neighbouring texts whose marks are equal. */
function joined(nodes: readonly TiptapNode[]): readonly TiptapNode[] {
  const result: TiptapNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const same =
      last?.text !== undefined &&
      node.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (same) result[result.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    else result.push(node);
  }
  return result;
}
