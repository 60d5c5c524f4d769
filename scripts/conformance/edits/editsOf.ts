import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { attributeEdits } from './attributeEdits.js';
import type { Path } from './changeNode.js';
import type { Edit } from './Edit.js';
import { structureEdits } from './structureEdits.js';
import { textEdits } from './textEdits.js';

const LEAVES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'detailsSummary',
  'blockMath',
]);
const CELLS: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);
const SKIPPED: ReadonlySet<string> = new Set(['tableRow', 'bulletList', 'orderedList', 'taskList']);

/** Everything that could be changed in a document, one block at a time. */
export function editsOf(doc: TiptapDocument): readonly Edit[] {
  const edits: Edit[] = [];
  const visit = (node: TiptapNode, path: Path, block: Path, where: readonly string[]): void => {
    const leaf = LEAVES.has(node.type);
    // The cells of a row share its line.
    const inRow = where.some((type) => CELLS.has(type));
    const isBlock = leaf || node.type === 'taskItem' || node.type === 'tableRow';
    const own = isBlock && !inRow ? path : block;
    // The container and the one around it tell kinds apart well enough.
    const place = `in ${[...(leaf ? [node.type] : []), ...where.slice(0, 2)].join(' in ') || 'document'}`;
    edits.push(...structureEdits(doc, path, place));
    edits.push(...attributeEdits(doc, path, own, place));
    if (node.text !== undefined) edits.push(...textEdits(doc, path, block, place));
    const inside = leaf || (!SKIPPED.has(node.type) && node.type !== 'doc') ? [node.type, ...where] : where;
    node.content?.forEach((child, index) => {
      visit(child, [...path, index], own, inside);
    });
  };
  visit(doc, [], [], []);
  return edits;
}

/** Whether an edit's kind is one inside a table cell. */
export function isInCell(kind: string): boolean {
  return [...CELLS].some((cell) => kind.includes(cell));
}
