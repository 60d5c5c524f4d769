import type { TiptapDocument, TiptapMark, TiptapNode } from '../../../../server/src/convert/tiptap.js';
import { words, type Edit, type EditedPage } from './Edit.js';
import { placeOf } from './pages.js';
import { changeContent, changeNode, changeRange, nodeAt, type Found } from './nodeEdits.js';

/** Text that means something else in Markdown wherever it can. */
const HOSTILE = [
  '*a* _b_ **c**',
  '# x',
  '- x',
  '1. x',
  '> x',
  '<b>x</b>',
  '<!-- x -->',
  '`x',
  '```',
  '[x](y)',
  '![x]',
  '[one]',
  'a | b',
  '---',
  '&amp;',
  '\\',
  'x\\',
  '$x$',
  '~~x~~',
  'https://e.com/x',
  '::youtube{src=x}',
  '{% hint %}',
  '***',
  '===',
  '[x]: y',
  '    x',
] as const;

const MARKS: readonly TiptapMark[] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'underline' },
  { type: 'link', attrs: { href: 'https://e.com/new' } },
];

/** Whether text is shown source, which says something else when it is edited. */
function isRaw(doc: TiptapDocument, { path, node }: Found): boolean {
  const parent = nodeAt(doc, path.slice(0, -1));
  return parent?.attrs?.['language'] === 'raw' || node.marks?.some(({ type }) => type === 'code') === true;
}

export function* textEdits(doc: TiptapDocument, found: Found, page: EditedPage): Generator<Edit> {
  const { path, node } = found;
  const own = page.wordsIn(node.text ?? '');
  const chosen = own[page.pick(Math.max(1, own.length))];
  const parent = path.slice(0, -1);
  const holder = nodeAt(doc, parent);
  const index = path.at(-1) ?? 0;
  if (chosen === undefined || isRaw(doc, found) || holder === undefined) return;
  // An address that is its own link says something else when it is edited.
  if (node.marks?.some(({ attrs }) => JSON.stringify(attrs ?? {}).includes(chosen)) === true) return;
  const start = placeOf(chosen, node.text ?? '');
  const range = { start, end: start + chosen.length };
  const change = (to: (part: TiptapNode) => TiptapNode): TiptapDocument =>
    changeContent(doc, parent, (nodes) => changeRange(nodes, index, range, to));
  const touched = new Set([chosen]);
  // What marks and HTML cells need around other text is theirs to say.
  const plain =
    (node.marks ?? []).length === 0 && !JSON.stringify(doc.content?.[path[0] ?? 0]).includes('colspan":2');
  const wrapped = plain ? { wrapped: chosen } : {};
  const at = `"${chosen}"`;
  yield {
    name: `change ${at}`,
    doc: change((part) => ({ ...part, text: 'zebra' })),
    touched,
    replaced: { from: chosen, to: 'zebra' },
  };
  yield {
    name: `insert after ${at}`,
    doc: change((part) => ({ ...part, text: `${chosen} zebra` })),
    touched,
    replaced: { from: chosen, to: `${chosen} zebra` },
  };
  if (holder.type === 'codeBlock') return;
  const hostile = HOSTILE[page.pick(HOSTILE.length)] ?? '';
  yield {
    name: `write ${hostile} over ${at}`,
    doc: change((part) => ({ ...part, text: hostile })),
    touched,
    ...wrapped,
  };
  if (holder.type === 'detailsSummary') return;
  const mark = MARKS[page.pick(MARKS.length)];
  const marks = node.marks ?? [];
  // A tag that opens a line needs another break above it.
  const html = mark?.type === 'underline' && holder.content?.[index - 1]?.type === 'hardBreak';
  if (mark !== undefined && !html && !marks.some(({ type }) => type === mark.type)) {
    // TipTap's code bears no other mark.
    const added = mark.type === 'code' ? [mark] : mark.type === 'link' ? [mark, ...marks] : [...marks, mark];
    yield {
      name: `${mark.type} on ${at}`,
      doc: change((part) => ({ ...part, marks: added })),
      touched,
      ...wrapped,
    };
  }
  const link = marks.find(({ type }) => type === 'link');
  if (link !== undefined) {
    const other = marks.map((one) =>
      one === link ? { type: 'link', attrs: { ...link.attrs, href: 'z.md' } } : one,
    );
    const own = words(page, node);
    const content = changeContent(doc, parent, (nodes) =>
      nodes.map((one, at) => (at === index ? { ...one, marks: other } : one)),
    );
    yield { name: `link ${at} elsewhere`, doc: content, touched: own };
  }
  const [first] = marks;
  if (first !== undefined) {
    const bare = changeNode(doc, path, (one) => {
      const { marks: all = [], ...rest } = one;
      return all.length === 1 ? rest : { ...rest, marks: all.slice(1) };
    });
    yield { name: `${first.type} off ${at}`, doc: bare, touched: words(page, node) };
  }
}

export function* headingEdits(doc: TiptapDocument, { path, node }: Found, page: EditedPage): Generator<Edit> {
  const before = node.attrs?.['level'];
  const level = 1 + page.pick(6);
  if (level === before) return;
  const touched = words(page, node);
  const name = `level ${typeof before === 'number' ? before : 1} to ${level}`;
  yield { name, doc: changeNode(doc, path, (one) => ({ ...one, attrs: { ...one.attrs, level } })), touched };
}

export function* taskEdits(doc: TiptapDocument, { path, node }: Found, page: EditedPage): Generator<Edit> {
  const checked = node.attrs?.['checked'] !== true;
  const touched = new Set([...words(page, node.content?.[0])].slice(0, 1));
  yield {
    name: checked ? 'tick' : 'untick',
    doc: changeNode(doc, path, (one) => ({ ...one, attrs: { ...one.attrs, checked } })),
    touched,
  };
}
