import type { TiptapDocument, TiptapNode } from '../../../../server/src/convert/tiptap.js';
import { paragraph, text, words, type Edit, type EditedPage } from './Edit.js';
import { changeContent, nodeAt, textOf, type Path } from './nodeEdits.js';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

export function* blockEdits(doc: TiptapDocument, path: Path, page: EditedPage): Generator<Edit> {
  const holder = nodeAt(doc, path);
  const blocks = holder?.content ?? [];
  const inItem = holder?.type === 'listItem' || holder?.type === 'taskItem';
  const lowest = inItem ? 1 : 0;
  const change = (to: readonly TiptapNode[]): TiptapDocument => changeContent(doc, path, () => to);
  const place = lowest + page.pick(blocks.length + 1 - lowest);
  const fresh = [
    paragraph('zebra zebra'),
    { type: 'heading', attrs: { level: 2 }, content: [text('zebra')] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('zebra')] }] },
    { type: 'codeBlock', content: [text('zebra\n\nzebra')] },
    { type: 'blockquote', content: [paragraph('zebra')] },
  ][page.pick(5)];
  if (fresh !== undefined) {
    const after = [...blocks.slice(0, place), fresh, ...blocks.slice(place)];
    // What opens a quote or a cell shares a line with what opens its container.
    const opening = place === lowest && path.length > 0 ? words(page, blocks[place]) : [];
    const touched = new Set([...clashes(page, blocks, after), ...opening]);
    yield { name: `put in a ${fresh.type}`, doc: change(after), touched };
  }
  if (blocks.length < 2 + lowest) return;
  const from = lowest + page.pick(blocks.length - lowest);
  const taken = blocks[from];
  const rest = blocks.filter((_, at) => at !== from);
  if (taken === undefined || holdsDefinition(taken)) return;
  const own = words(page, taken);
  yield {
    name: `take out ${taken.type}`,
    doc: change(rest),
    touched: new Set([...own, ...clashes(page, blocks, rest)]),
  };
  const to = lowest + page.pick(rest.length + 1 - lowest);
  if (to === from) return;
  const moved = [...rest.slice(0, to), taken, ...rest.slice(to)];
  const met = to > from ? blocks.slice(from, to + 1) : blocks.slice(to, from + 1);
  yield {
    name: `move ${taken.type}`,
    doc: change(moved),
    touched: new Set([...words(page, ...met), ...clashes(page, blocks, moved)]),
  };
}

function holdsDefinition(node: TiptapNode): boolean {
  return /(?:^| )\[[^\]]+\]:/.test(textOf(node));
}

/** Words of blocks that did not stand side by side before and cannot stay as they are there: two lists, code below a list. */
function clashes(
  page: EditedPage,
  before: readonly TiptapNode[],
  after: readonly TiptapNode[],
): ReadonlySet<string> {
  const found = new Set<string>();
  after.forEach((node, index) => {
    const above = after[index - 1];
    if (above === undefined || (before.indexOf(node) === before.indexOf(above) + 1 && before.includes(above)))
      return;
    const lists = LISTS.has(above.type) && LISTS.has(node.type);
    const code = node.type === 'codeBlock' && (LISTS.has(above.type) || above.attrs?.['language'] === 'raw');
    if (lists || code) for (const word of words(page, node, above)) found.add(word);
  });
  return found;
}
