import type { TiptapDocument, TiptapMark, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { omit } from '../../../server/src/convert/omit.js';

/** The smallest document near this one that still fails; `fails` is asked about documents that may not fit a schema. */
export function shrink(doc: TiptapDocument, fails: (doc: TiptapDocument) => boolean): TiptapDocument {
  let smallest = doc;
  for (let found = true; found;) {
    found = false;
    for (const smaller of smallerNodes(smallest)) {
      const candidate: TiptapDocument = { ...smaller, type: 'doc' };
      if (sizeOf(candidate) >= sizeOf(smallest) || !fails(candidate)) continue;
      smallest = candidate;
      found = true;
      break;
    }
  }
  return smallest;
}

function sizeOf(doc: TiptapDocument): number {
  return JSON.stringify(doc).length;
}

/** A node with a child less, a child's children in its place, a mark or an attribute less, or less text. */
function* smallerNodes(node: TiptapNode): Generator<TiptapNode> {
  const content = node.content ?? [];
  for (const index of content.keys()) yield { ...node, content: content.toSpliced(index, 1) };
  for (const [index, child] of content.entries()) {
    for (const grandchild of child.content ?? []) {
      yield { ...node, content: content.toSpliced(index, 1, grandchild) };
    }
  }
  for (const [index, child] of content.entries()) {
    for (const smaller of smallerNodes(child)) {
      yield { ...node, content: content.toSpliced(index, 1, smaller) };
    }
  }
  yield* fewerMarks(node, node.marks ?? []);
  yield* fewerAttributes(node);
  yield* shorterTexts(node, node.text ?? '');
}

function* fewerMarks(node: TiptapNode, marks: readonly TiptapMark[]): Generator<TiptapNode> {
  for (const index of marks.keys()) {
    const rest = marks.toSpliced(index, 1);
    yield rest.length === 0 ? omit(node, 'marks') : { ...node, marks: rest };
  }
}

function* fewerAttributes(node: TiptapNode): Generator<TiptapNode> {
  // An atom without its attributes is another matter.
  if (node.content === undefined && node.type !== 'codeBlock') return;
  const attrs = node.attrs ?? {};
  for (const name of Object.keys(attrs)) {
    const rest = omit(attrs, name);
    yield Object.keys(rest).length === 0 ? omit(node, 'attrs') : { ...node, attrs: rest };
  }
}

function* shorterTexts(node: TiptapNode, text: string): Generator<TiptapNode> {
  if (text.length < 2) return;
  const half = text.length >> 1;
  for (const shorter of ['a', text.slice(0, half), text.slice(half), text.slice(1), text.slice(0, -1)]) {
    if (shorter !== text) yield { ...node, text: shorter };
  }
}
