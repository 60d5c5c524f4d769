import assert from 'node:assert/strict';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';

/** Where a node stands: the places among siblings on the way down. */
export type Path = readonly number[];

/** Every text with a word in it, raw source aside. */
export function textPlaces(doc: TiptapDocument): readonly Path[] {
  const places: Path[] = [];
  const visit = (node: TiptapNode, path: Path): void => {
    const raw = node.marks?.some(({ type }) => type === 'code') === true;
    if (node.text !== undefined && !raw && /[A-Za-z]/.test(node.text)) places.push(path);
    node.content?.forEach((child, index) => {
      visit(child, [...path, index]);
    });
  };
  visit(doc, []);
  return places;
}

/** The document with one text changed. */
export function editText(doc: TiptapDocument, path: Path, change: (text: string) => string): TiptapDocument {
  const edited = editNode(doc, path, change);
  assert.equal(edited.type, 'doc');
  return { ...edited, type: 'doc' };
}

function editNode(node: TiptapNode, [first, ...rest]: Path, change: (text: string) => string): TiptapNode {
  if (first === undefined) return { ...node, text: change(node.text ?? '') };
  const content = (node.content ?? []).map((child, index) =>
    index === first ? editNode(child, rest, change) : child,
  );
  return { ...node, content };
}
