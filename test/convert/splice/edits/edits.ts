import type { TiptapDocument } from '../../../../server/src/convert/tiptap.js';
import { blockEdits } from './blockEdits.js';
import type { Edit, EditedPage } from './Edit.js';
import { headingEdits, taskEdits, textEdits } from './inlineEdits.js';
import { nodesOf } from './nodeEdits.js';
import { codeEdits, listEdits, tableEdits } from './partEdits.js';

const HOLDS_BLOCKS: ReadonlySet<string> = new Set([
  'doc',
  'blockquote',
  'callout',
  'detailsContent',
  'listItem',
  'taskItem',
]);

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/** Edits of one page, every kind in every place that has room for it. */
export function* editsOf(doc: TiptapDocument, page: EditedPage): Generator<Edit> {
  for (const found of nodesOf(doc)) {
    const { node } = found;
    if (node.text !== undefined) yield* textEdits(doc, found, page);
    if (node.type === 'heading') yield* headingEdits(doc, found, page);
    if (node.type === 'taskItem') yield* taskEdits(doc, found, page);
    if (node.type === 'codeBlock') yield* codeEdits(doc, found, page);
    if (node.type === 'table') yield* tableEdits(doc, found, page);
    if (LISTS.has(node.type)) yield* listEdits(doc, found, page);
    if (HOLDS_BLOCKS.has(node.type)) yield* blockEdits(doc, found.path, page);
  }
  yield* blockEdits(doc, [], page);
}
