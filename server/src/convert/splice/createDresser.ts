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
  let known: Models | undefined;
  const models = (): Models => (known ??= modelsIn(surroundings));
  return (node) => {
    if (node.text !== undefined && !dressed.has(node.marks))
      dressed.set(node.marks, marksFor(node, surroundings, models));
    const marks = node.text === undefined ? marksFor(node, surroundings, models) : dressed.get(node.marks);
    return marks === undefined || marks === node.marks ? node : { ...node, marks };
  };
}

/** The marks nearby: the first of each kind, and the first of each that says the same. */
interface Models {
  readonly kinds: ReadonlyMap<string, TiptapMark>;
  readonly equals: ReadonlyMap<string, TiptapMark>;
}

function modelsIn({ replaced, before, after }: Surroundings): Models {
  const kinds = new Map<string, TiptapMark>();
  const equals = new Map<string, TiptapMark>();
  for (const word of [before, ...replaced, after]) {
    for (const mark of word?.meant.marks ?? []) {
      const key = canonicalJson(mark);
      if (!kinds.has(mark.type)) kinds.set(mark.type, mark);
      if (!equals.has(key)) equals.set(key, mark);
    }
  }
  return { kinds, equals };
}

function marksFor(node: TiptapNode, surroundings: Surroundings, models: () => Models): TiptapNode['marks'] {
  const model = modelFor(node, surroundings);
  if (model !== undefined) return model.marks ?? node.marks;
  return node.marks?.map((mark) => dressMark(mark, models()));
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

function dressMark(mark: TiptapMark, { kinds, equals }: Models): TiptapMark {
  const model = equals.get(canonicalJson(mark)) ?? kinds.get(mark.type);
  const style = Object.entries(model?.attrs ?? {}).filter(
    ([name]) => isStyle(name) && (mark.attrs?.[name] ?? null) === null,
  );
  return style.length === 0 ? mark : { ...mark, attrs: { ...mark.attrs, ...Object.fromEntries(style) } };
}

function sameMarks(a: TiptapNode, b: TiptapNode): boolean {
  if (a.text === undefined || b.text === undefined) return false;
  return sameNode({ ...a, text: 'x' }, { ...b, text: 'x' }, { view: 'document' });
}
