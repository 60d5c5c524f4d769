import fc from 'fast-check';
import type { TiptapMark, TiptapNode } from '../../../server/src/convert/tiptap.js';
import type { DocumentClass } from './DocumentClass.js';
import { text } from './words.js';

const CORE_MARKS: readonly TiptapMark[] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'link', attrs: { href: 'https://e.com/a_(b)' } },
  { type: 'link', attrs: { href: 'a b.md', title: 'Say "hi"' } },
];

const FULL_MARKS: readonly TiptapMark[] = [
  { type: 'underline' },
  { type: 'highlight' },
  { type: 'highlight', attrs: { color: '#ff0' } },
  { type: 'subscript' },
  { type: 'superscript' },
  { type: 'textStyle', attrs: { color: 'red' } },
  { type: 'textStyle', attrs: { fontFamily: '"A B", serif', fontSize: '12px' } },
  { type: 'link', attrs: { href: '#x', target: '_self', rel: null, class: 'c' } },
];

const ATOMS: readonly TiptapNode[] = [
  { type: 'image', attrs: { src: 'a b.png', alt: 'A [b]' } },
  { type: 'image', attrs: { src: 'x.png', title: 'T "q"' } },
  { type: 'image', attrs: { src: 'x.png', alt: 'a', width: 10, height: 20 } },
  { type: 'mention', attrs: { id: 'u1', label: 'Ann "A" [x]' } },
  { type: 'mention', attrs: { id: 'u2', label: null, mentionSuggestionChar: '#' } },
  { type: 'emoji', attrs: { name: 'tada' } },
  { type: 'inlineMath', attrs: { latex: 'x^2' } },
];

const HOSTILE_ATOMS: readonly TiptapNode[] = [
  { type: 'image', attrs: { src: '<x>.png', alt: '![a](b)\n' } },
  { type: 'mention', attrs: { id: 'u"3}', label: '' } },
  { type: 'emoji', attrs: { name: 'no such' } },
  { type: 'inlineMath', attrs: { latex: 'x^2 $ \\ `' } },
  { type: 'inlineMath', attrs: { latex: '' } },
];

/** Content of a paragraph or heading; texts with equal marks are joined, as an editor does it. */
export function inline(of: DocumentClass): fc.Arbitrary<readonly TiptapNode[]> {
  return runs(of, 2).map(join);
}

/** Content of a node that holds nothing but text. */
export function textOnly(of: DocumentClass): fc.Arbitrary<readonly TiptapNode[]> {
  return fc.array(textNode(of), { maxLength: 2 }).map(join);
}

function runs(of: DocumentClass, depth: number): fc.Arbitrary<readonly TiptapNode[]> {
  const one = node(of).map((each) => [each]);
  if (depth === 0) return fc.array(one, { minLength: 1, maxLength: 2 }).map((all) => all.flat());
  const marks = of.full ? [...CORE_MARKS, ...FULL_MARKS] : CORE_MARKS;
  const marked = fc
    .tuple(fc.constantFrom(...marks), runs(of, depth - 1))
    .map(([mark, nodes]) => nodes.map((each) => withMark(each, mark)));
  const run = fc.oneof({ weight: 3, arbitrary: one }, { weight: 2, arbitrary: marked });
  return fc.array(run, { minLength: 1, maxLength: 4 }).map((all) => all.flat());
}

function node(of: DocumentClass): fc.Arbitrary<TiptapNode> {
  const code = text({ ...of, hostile: false }).map((value): TiptapNode => ({
    type: 'text',
    marks: [{ type: 'code' }],
    text: value,
  }));
  const oddCode = fc.constantFrom('`', ' a', 'b ', 'a``b', ' ', '|', '\\', '<b>', 'a  b');
  return fc.oneof(
    { weight: 24, arbitrary: textNode(of) },
    { weight: 2, arbitrary: code },
    {
      weight: of.hostile ? 2 : 0,
      arbitrary: oddCode.map((value): TiptapNode => ({
        type: 'text',
        marks: [{ type: 'code' }],
        text: value,
      })),
    },
    { weight: 2, arbitrary: fc.constant<TiptapNode>({ type: 'hardBreak' }) },
    { weight: of.full ? 4 : 0, arbitrary: fc.constantFrom(...ATOMS) },
    { weight: of.full && of.hostile ? 1 : 0, arbitrary: fc.constantFrom(...HOSTILE_ATOMS) },
  );
}

function textNode(of: DocumentClass): fc.Arbitrary<TiptapNode> {
  return text(of).map((value): TiptapNode => ({ type: 'text', text: value }));
}

/** Code takes no other mark in the official schema, and nothing takes a mark of one type twice. */
function withMark(node: TiptapNode, mark: TiptapMark): TiptapNode {
  const marks = node.marks ?? [];
  if (marks.some(({ type }) => type === 'code' || type === mark.type)) return node;
  return { ...node, marks: [mark, ...marks] };
}

function join(nodes: readonly TiptapNode[]): readonly TiptapNode[] {
  const joined: TiptapNode[] = [];
  for (const each of nodes) {
    const before = joined.at(-1);
    if (
      before?.text !== undefined &&
      each.text !== undefined &&
      JSON.stringify(before.marks) === JSON.stringify(each.marks)
    ) {
      joined[joined.length - 1] = { ...before, text: before.text + each.text };
    } else {
      joined.push(each);
    }
  }
  return joined;
}
