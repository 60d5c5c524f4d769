import type { TiptapMark, TiptapNode } from '../tiptap.js';

/** Inline content as a tree: a mark around what it holds, or a node without further marks. */
export type Nested =
  | { readonly kind: 'node'; readonly node: TiptapNode }
  | { readonly kind: 'mark'; readonly mark: TiptapMark; readonly content: readonly Nested[] };

interface Item {
  readonly node: TiptapNode;
  readonly marks: readonly TiptapMark[];
}

/**
 * Turns flat marks into a tree: at each position the mark with the longest run goes outside, in a tie the one that
 * stands first, and a link that stands first also when others go on after it; `code` always goes innermost.
 */
export function nestMarks(nodes: readonly TiptapNode[]): readonly Nested[] {
  return nest(nodes.map((node) => ({ node, marks: codeLast(node.marks ?? []) })));
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
    const inside = items.slice(at, at + outer.length).map(({ node, marks }) => ({
      node,
      marks: without(marks, outer.mark),
    }));
    nested.push({ kind: 'mark', mark: outer.mark, content: nest(inside) });
    at += outer.length;
  }
  return nested;
}

function longestRun(items: readonly Item[], at: number): { mark: TiptapMark; length: number } | undefined {
  const marks = items[at]?.marks ?? [];
  let best: { mark: TiptapMark; length: number } | undefined;
  for (const mark of marks) {
    if (mark.type === 'code' && marks.length > 1) continue;
    let length = 1;
    while (items[at + length]?.marks.some((other) => sameMark(mark, other)) === true) length += 1;
    if (best === undefined || length > best.length) best = { mark, length };
    if (mark === marks[0] && mark.type === 'link' && endsCleanly(items, at + length)) return best;
  }
  return best;
}

/** Whether other marks may end here and begin again: white space at either side would have to be written as a reference. */
function endsCleanly(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.node.text ?? '';
  const after = items[at]?.node.text ?? '';
  return !/\s$/.test(before) && !/^\s/.test(after);
}

function without(marks: readonly TiptapMark[], mark: TiptapMark): readonly TiptapMark[] {
  const index = marks.findIndex((other) => sameMark(mark, other));
  return marks.filter((_, at) => at !== index);
}

function sameMark(a: TiptapMark, b: TiptapMark): boolean {
  if (a === b) return true;
  return a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {});
}

function codeLast(marks: readonly TiptapMark[]): readonly TiptapMark[] {
  return [...marks].sort((a, b) => Number(a.type === 'code') - Number(b.type === 'code'));
}
