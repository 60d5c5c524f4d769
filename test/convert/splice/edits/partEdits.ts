import type { TiptapDocument, TiptapNode } from '../../../../server/src/convert/tiptap.js';
import { paragraph, text, words, type Edit, type EditedPage } from './Edit.js';
import { changeContent, changeNode, type Found } from './nodeEdits.js';

export function* codeEdits(doc: TiptapDocument, { path, node }: Found, page: EditedPage): Generator<Edit> {
  const value = node.content?.[0]?.text ?? '';
  const lines = value.split('\n');
  if (node.attrs?.['language'] === 'raw') return;
  const at = page.pick(lines.length);
  const write = (changed: readonly string[]): TiptapDocument =>
    changeContent(doc, path, () => [text(changed.join('\n'))]);
  yield {
    name: 'put in a line of code',
    doc: write([...lines.slice(0, at), 'zebra()', ...lines.slice(at)]),
    touched: new Set(),
  };
  if (lines.length > 1 && at > 0 && at < lines.length - 1) {
    const touched = new Set(page.wordsIn(lines[at] ?? ''));
    yield { name: 'take out a line of code', doc: write(lines.filter((_, index) => index !== at)), touched };
  }
}

export function* tableEdits(doc: TiptapDocument, { path, node }: Found, page: EditedPage): Generator<Edit> {
  const rows = node.content ?? [];
  const columns = rows[0]?.content?.length ?? 0;
  const spans = JSON.stringify(node).includes('span":2');
  const whole = words(page, node);
  if (rows.length > 1) {
    const row = 1 + page.pick(rows.length - 1);
    const column = page.pick(columns);
    const cell = rows[row]?.content?.[column];
    if (cell?.content?.length === 1 && cell.content[0]?.type === 'paragraph') {
      const written = changeContent(doc, [...path, row, column], () => [paragraph('zebra')]);
      yield { name: 'write a cell', doc: written, touched: words(page, rows[row]) };
    }
    const without = changeContent(doc, path, (all) => all.filter((_, at) => at !== row));
    if (rows.length > 2) yield { name: 'take out a row', doc: without, touched: words(page, rows[row]) };
  }
  const alignOf = (column: number): TiptapNode['attrs'] => rows[0]?.content?.[column]?.attrs;
  const cells = Array.from({ length: columns }, (_, column): TiptapNode => {
    const align = alignOf(column)?.['align'];
    const attrs = align === undefined ? {} : { attrs: { align } };
    return { type: 'tableCell', ...attrs, content: [paragraph(`zebra${column}`)] };
  });
  if (spans) return;
  const place = 1 + page.pick(rows.length);
  const more = changeContent(doc, path, (all) => [
    ...all.slice(0, place),
    { type: 'tableRow', content: cells },
    ...all.slice(place),
  ]);
  yield { name: 'put in a row', doc: more, touched: new Set() };
  const column = page.pick(columns);
  const wider = changeContent(doc, path, (all) =>
    all.map((row, index) => {
      const cell = { type: index === 0 ? 'tableHeader' : 'tableCell', content: [paragraph('zebra')] };
      const content = row.content ?? [];
      return { ...row, content: [...content.slice(0, column), cell, ...content.slice(column)] };
    }),
  );
  yield { name: 'put in a column', doc: wider, touched: whole };
  if (columns < 2) return;
  const narrower = changeContent(doc, path, (all) =>
    all.map((row) => ({ ...row, content: row.content?.filter((_, at) => at !== column) ?? [] })),
  );
  yield { name: 'take out a column', doc: narrower, touched: whole };
}

export function* listEdits(doc: TiptapDocument, { path, node }: Found, page: EditedPage): Generator<Edit> {
  const items = node.content ?? [];
  const kind = node.type === 'taskList' ? 'taskItem' : 'listItem';
  const item: TiptapNode = {
    type: kind,
    ...(kind === 'taskItem' ? { attrs: { checked: false } } : {}),
    content: [paragraph('zebra')],
  };
  const change = (to: (all: readonly TiptapNode[]) => readonly TiptapNode[]): TiptapDocument =>
    changeContent(doc, path, to);
  const place = page.pick(items.length + 1);
  yield {
    name: `put in item ${place}`,
    doc: change((all) => [...all.slice(0, place), item, ...all.slice(place)]),
    touched: new Set(),
  };
  if (items.length < 2) return;
  const from = page.pick(items.length);
  const taken = items[from];
  if (taken === undefined) return;
  const rest = items.filter((_, at) => at !== from);
  // A list that counts takes its first number from its first item.
  const first = (after: readonly TiptapNode[]): readonly (TiptapNode | undefined)[] =>
    node.type === 'orderedList' && after[0] !== items[0]
      ? [after[0]?.content?.[0], items[0]?.content?.[0]]
      : [];
  // One item alone says nothing of blank lines between items.
  const shorter = changeNode(doc, path, (one) => {
    const { tight = true, ...attrs } = one.attrs ?? {};
    return { ...one, attrs: rest.length > 1 && tight === false ? { tight, ...attrs } : attrs, content: rest };
  });
  yield { name: `take out item ${from}`, doc: shorter, touched: words(page, taken, ...first(rest)) };
  const to = page.pick(rest.length);
  const moved = [...rest.slice(0, to), taken, ...rest.slice(to)];
  if (to !== from) {
    yield {
      name: `move item ${from} to ${to}`,
      doc: change(() => moved),
      touched: words(page, taken, items[to], ...first(moved)),
    };
  }
  const above = items[from - 1];
  if (above === undefined || kind === 'taskItem') return;
  const under = {
    ...above,
    content: [...(above.content ?? []), { type: 'bulletList', content: [{ ...taken, type: 'listItem' }] }],
  };
  yield {
    name: `indent item ${from}`,
    doc: change((all) => all.flatMap((one, at) => (at === from - 1 ? [under] : at === from ? [] : [one]))),
    touched: words(page, taken),
  };
}
