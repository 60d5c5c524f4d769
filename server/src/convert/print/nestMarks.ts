import type { Json, TiptapMark, TiptapNode } from '../tiptap.js';

/** Inline content as a tree: a mark around what it holds, or a node without further marks. */
export type Nested =
  | { readonly kind: 'node'; readonly node: TiptapNode }
  | { readonly kind: 'mark'; readonly mark: TiptapMark; readonly content: readonly Nested[] };

interface Item {
  readonly node: TiptapNode;
  readonly marks: readonly TiptapMark[];
}

const NONE: readonly TiptapMark[] = [];

/**
 * Turns flat marks into a tree: at each position the mark with the longest run goes outside, in a tie the one that
 * stands first, and a link that stands first also when others go on after it; `code` always goes innermost.
 */
export function nestMarks(nodes: readonly TiptapNode[]): readonly Nested[] {
  return nest(nodes.map((node) => ({ node, marks: codeLast(node.marks ?? NONE) })));
}

function nest(items: readonly Item[]): readonly Nested[] {
  const nested: Nested[] = [];
  let at = 0;
  for (let item = items[at]; item !== undefined; item = items[at]) {
    const outer = longestRun(items, at);
    if (outer === undefined) {
      nested.push({ kind: 'node', node: item.node });
      at += 1;
      continue;
    }
    const inside: Item[] = [];
    for (const end = at + outer.length; at < end; at += 1) {
      const { node, marks } = items[at] ?? item;
      inside.push({ node, marks: without(marks, outer.mark) });
    }
    nested.push({ kind: 'mark', mark: outer.mark, content: nest(inside) });
  }
  return nested;
}

function longestRun(items: readonly Item[], at: number): { mark: TiptapMark; length: number } | undefined {
  const marks = items[at]?.marks ?? NONE;
  let best: { mark: TiptapMark; length: number } | undefined;
  for (const mark of marks) {
    if (mark.type === 'code' && marks.length > 1) continue;
    let length = 1;
    while (holds(items[at + length]?.marks ?? NONE, mark)) length += 1;
    if (best === undefined || length > best.length) best = { mark, length };
    if (mark === marks[0] && mark.type === 'link' && endsCleanly(items, at + length)) return best;
  }
  return best;
}

/** Whether other marks may end here and begin again: white space at either side would have to be written as a reference. */
function endsCleanly(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.node.text ?? '';
  const after = items[at]?.node.text ?? '';
  return !/\s/.test(before.charAt(before.length - 1)) && !/\s/.test(after.charAt(0));
}

function holds(marks: readonly TiptapMark[], mark: TiptapMark): boolean {
  for (const other of marks) if (sameMark(mark, other)) return true;
  return false;
}

function without(marks: readonly TiptapMark[], mark: TiptapMark): readonly TiptapMark[] {
  if (marks.length === 1) return NONE;
  const index = marks.findIndex((other) => sameMark(mark, other));
  return marks.filter((_, at) => at !== index);
}

function sameMark(a: TiptapMark, b: TiptapMark): boolean {
  if (a === b) return true;
  return a.type === b.type && (a.attrs === b.attrs || sameAttributes(a.attrs ?? {}, b.attrs ?? {}));
}

function sameAttributes(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const left = a[name];
    const right = b[name];
    return left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right));
  });
}

function codeLast(marks: readonly TiptapMark[]): readonly TiptapMark[] {
  if (marks.length < 2 || !marks.some(({ type }) => type === 'code')) return marks;
  return [...marks.filter(({ type }) => type !== 'code'), ...marks.filter(({ type }) => type === 'code')];
}
