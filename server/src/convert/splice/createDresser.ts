import { isStyle } from '../attributes.js';
import { canonicalJson, sameNode } from '../compare.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';

/** A word of the base in its two forms; atoms that were shown as text are no words. */
export interface KnownWord {
  readonly given: TiptapNode;
  readonly meant: TiptapNode;
  readonly atom: object | undefined;
}

/** What stood where new words stand now. */
export interface Surroundings {
  /** Words that gave way to the new ones. */
  readonly replaced: readonly KnownWord[];
  /** Words that stayed on either side. */
  readonly before: KnownWord | undefined;
  readonly after: KnownWord | undefined;
}

/**
 * Gives new words the marks that the platform did not show on what they replace or stand in: a word in place of linked
 * code is linked code, one inside a comment thread belongs to the thread. Other marks are written as those of their
 * kind nearby are.
 */
export function createDresser(surroundings: Surroundings): (node: TiptapNode) => TiptapNode {
  // Words of one text share their marks.
  const dressed = new Map<TiptapNode['marks'], TiptapNode['marks']>();
  return (node) => {
    if (node.text !== undefined && !dressed.has(node.marks))
      dressed.set(node.marks, marksFor(node, surroundings));
    const marks = node.text === undefined ? marksFor(node, surroundings) : dressed.get(node.marks);
    return marks === undefined || marks === node.marks ? node : { ...node, marks };
  };
}

function marksFor(node: TiptapNode, surroundings: Surroundings): TiptapNode['marks'] {
  const model = modelFor(node, surroundings);
  if (model !== undefined) return model.marks ?? node.marks;
  const { replaced, before, after } = surroundings;
  const near = [before, ...replaced, after].flatMap((word) => word?.meant.marks ?? []);
  return near.length === 0 ? node.marks : node.marks?.map((mark) => dressMark(mark, near));
}

function modelFor(node: TiptapNode, { replaced, before, after }: Surroundings): TiptapNode | undefined {
  const isLike = (word: KnownWord | undefined): word is KnownWord =>
    word !== undefined && word.atom === undefined && sameMarks(word.given, node);
  const [first, ...others] = replaced;
  if (first !== undefined) {
    const alike = isLike(first) && others.every((word) => isLike(word) && sameMarks(word.meant, first.meant));
    return alike ? first.meant : undefined;
  }
  if (isLike(before) && isLike(after)) return sameMarks(before.meant, after.meant) ? before.meant : undefined;
  // At the edge of marked text a word belongs to what bears the same marks.
  const edge = isLike(before) ? before : isLike(after) ? after : undefined;
  return (node.marks ?? []).length > 0 ? edge?.meant : undefined;
}

function dressMark(mark: TiptapMark, near: readonly TiptapMark[]): TiptapMark {
  const like = near.filter(({ type }) => type === mark.type);
  const model = like.find((other) => canonicalJson(other) === canonicalJson(mark)) ?? like[0];
  const style = Object.entries(model?.attrs ?? {}).filter(
    ([name]) => isStyle(name) && (mark.attrs?.[name] ?? null) === null,
  );
  return style.length === 0 ? mark : { ...mark, attrs: { ...mark.attrs, ...Object.fromEntries(style) } };
}

function sameMarks(a: TiptapNode, b: TiptapNode): boolean {
  if (a.text === undefined || b.text === undefined) return false;
  return sameNode({ ...a, text: 'x' }, { ...b, text: 'x' }, { view: 'document' });
}
