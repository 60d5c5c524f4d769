import type { TiptapDocument } from '../../../../server/src/convert/tiptap.js';
import { blockEdits } from './blockEdits.js';
import type { Edit, Pick } from './Edit.js';
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
export function* editsOf(doc: TiptapDocument, pick: Pick): Generator<Edit> {
  for (const found of nodesOf(doc)) {
    const { node } = found;
    if (node.text !== undefined) yield* textEdits(doc, found, pick);
    if (node.type === 'heading') yield* headingEdits(doc, found, pick);
    if (node.type === 'taskItem') yield* taskEdits(doc, found);
    if (node.type === 'codeBlock') yield* codeEdits(doc, found, pick);
    if (node.type === 'table') yield* tableEdits(doc, found, pick);
    if (LISTS.has(node.type)) yield* listEdits(doc, found, pick);
    if (HOLDS_BLOCKS.has(node.type)) yield* blockEdits(doc, found.path, pick);
  }
  yield* blockEdits(doc, [], pick);
}
