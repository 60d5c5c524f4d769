import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { changeContent, nodeAt, type Path } from './changeNode.js';
import type { Edit } from './Edit.js';
import { isDefinition } from './isDefinition.js';

const HOLDS_BLOCKS: ReadonlySet<string> = new Set([
  'doc',
  'blockquote',
  'listItem',
  'taskItem',
  'detailsContent',
]);
const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/** Edits that add or remove a block, an item or a row of one node. */
export function structureEdits(doc: TiptapDocument, path: Path, where: string): readonly Edit[] {
  const node = nodeAt(doc, path);
  if (node === undefined) return [];
  if (HOLDS_BLOCKS.has(node.type)) return blockEdits(doc, path, node, where);
  if (LISTS.has(node.type)) return lastChildEdits(doc, path, node, `item of ${node.type} ${where}`);
  if (node.type === 'table') return lastChildEdits(doc, path, node, `row of table ${where}`);
  return [];
}

function blockEdits(doc: TiptapDocument, path: Path, node: TiptapNode, where: string): readonly Edit[] {
  const count = node.content?.length ?? 0;
  const after: TiptapNode = { type: 'paragraph', content: [{ type: 'text', text: 'zqnew zqblock' }] };
  const place = node.type === 'doc' ? 'document' : `${node.type} ${where}`;
  const added: Edit = {
    kind: `new paragraph in ${place}`,
    structural: true,
    words: false,
    apply: (random) => {
      const at = 1 + random.below(count);
      return { doc: changeContent(doc, path, (content) => content.toSpliced(at, 0, after)), after };
    },
  };
  // The first block of an item is the item's, and a lone one cannot go.
  const places = (node.content ?? []).flatMap((_, at) =>
    at > 0 && canGo(node.content ?? [], at) ? [at] : [],
  );
  if (places.length === 0) return [added];
  const removed: Edit = {
    kind: `block less in ${place}`,
    structural: true,
    words: false,
    apply: (random) => {
      const at = random.pick(places);
      const before = node.content?.[at];
      return {
        doc: changeContent(doc, path, (content) => content.toSpliced(at, 1)),
        ...(before === undefined ? {} : { before }),
      };
    },
  };
  return [added, removed];
}

/** Two lists that become neighbours need other markers, and a definition is used elsewhere. */
function canGo(content: readonly TiptapNode[], at: number): boolean {
  const between = LISTS.has(content[at - 1]?.type ?? '') && LISTS.has(content[at + 1]?.type ?? '');
  return !between && !isDefinition(content[at]);
}

/** The last child again with a new text, or gone; numbers of items in front stay. */
function lastChildEdits(doc: TiptapDocument, path: Path, node: TiptapNode, what: string): readonly Edit[] {
  const last = node.content?.at(-1);
  if (last === undefined) return [];
  const plain = node.type === 'table' && (last.content ?? []).every(isPlainCell);
  const edits: Edit[] = [];
  if (node.type !== 'table' || plain) {
    const after =
      node.type === 'table' ? { ...last, content: last.content?.map(newCell) ?? [] } : newItem(last);
    edits.push({
      kind: `new ${what}`,
      structural: true,
      words: false,
      apply: () => ({ doc: changeContent(doc, path, (content) => [...content, after]), after }),
    });
  }
  if ((node.content?.length ?? 0) < 2 || (node.type === 'table' && !plain)) return edits;
  edits.push({
    kind: `${what} less`,
    structural: true,
    words: false,
    apply: () => ({ doc: changeContent(doc, path, (content) => content.slice(0, -1)), before: last }),
  });
  return edits;
}

function isPlainCell(cell: TiptapNode): boolean {
  return (cell.attrs?.['rowspan'] ?? 1) === 1;
}

function newCell(cell: TiptapNode): TiptapNode {
  return {
    ...cell,
    type: 'tableCell',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'zqcell' }] }],
  };
}

function newItem(item: TiptapNode): TiptapNode {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'zqitem' }] }];
  return item.type === 'taskItem'
    ? { type: 'taskItem', attrs: { checked: false }, content }
    : { type: 'listItem', content };
}
