import type { Nodes } from 'mdast';
import { furtherAttributes } from '../attributes.js';
import { readDirectiveAttributes, writeDirectiveAttributes } from '../carrier/directiveAttributes.js';
import type { Piece } from '../print/Piece.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { withMarks } from './inlineNode.js';
import type { TakenInlines } from './rule.js';

const NONE: ReadonlySet<string> = new Set();

/** An inline node as a directive without a label, `:emoji{name="no such"}`; undefined when an attribute has no form. */
export function printDirective(node: TiptapNode): readonly Piece[] | undefined {
  const attributes = writeDirectiveAttributes(furtherAttributes(node, NONE));
  if (attributes === undefined) return undefined;
  return [{ kind: 'guarded', text: `:${node.type}${attributes === '' ? '{}' : attributes}` }];
}

/** Reads what `printDirective` wrote for nodes of a type. */
export function readDirective(
  node: Nodes,
  type: string,
  marks: readonly TiptapMark[],
): TakenInlines | undefined {
  if (node.type !== 'textDirective' || node.name !== type || node.children.length > 0) return undefined;
  const attrs = readDirectiveAttributes(node.attributes ?? {});
  const read: TiptapNode = Object.keys(attrs).length === 0 ? { type } : { type, attrs };
  return { nodes: [withMarks(read, marks)], count: 1 };
}
