import { isDefault, isPlatformMark, isPlatformOnly, isStyle } from './attributes.js';
import { isIdentical, sameJson } from './isIdentical.js';
import type { Json, TiptapDocument, TiptapMark, TiptapNode } from './tiptap.js';

export interface CompareOptions {
  /**
   * `markdown` leaves out what Markdown does not hold and what ProseMirror reorders: ids, comment marks, the order of
   * marks. Default: nothing but defaults and style is left out.
   */
  readonly view?: 'document' | 'markdown';
}

/**
 * One text for all JSON that means the same node: keys sorted; null, absent and default attributes equal; style
 * attributes (`markup`, `ref`, `refType`) left out; neighbouring text with equal marks joined; the order of marks kept
 * but for `code`, which is innermost in any document.
 */
export function canonicalJson(node: TiptapNode, options: CompareOptions = {}): string {
  return JSON.stringify(canonicalNode(node, options.view ?? 'document'));
}

/** Whether two documents mean the same; see `canonicalJson`. */
export function sameDocument(a: TiptapDocument, b: TiptapDocument): boolean {
  return sameNode(a, b);
}

/** Whether two nodes have the same `canonicalJson`, found without writing it: it stops at the first difference. */
export function sameNode(a: TiptapNode, b: TiptapNode, options: CompareOptions = {}): boolean {
  return sameIn(a, b, options.view ?? 'document');
}

type View = NonNullable<CompareOptions['view']>;

function sameIn(a: TiptapNode, b: TiptapNode, view: View): boolean {
  if (isIdentical(a, b)) return true;
  if (a.type !== b.type || a.text !== b.text) return false;
  return sameAttributes(a, b, view) && sameMarks(a.marks, b.marks, view) && sameContent(a, b, view);
}

function sameAttributes(a: TiptapNode | TiptapMark, b: TiptapNode | TiptapMark, view: View): boolean {
  if (a.attrs === b.attrs) return true;
  const counted = (carrier: TiptapNode | TiptapMark): readonly (readonly [string, Json])[] =>
    Object.entries(carrier.attrs ?? {}).filter(([name]) => isCompared(carrier, name, view));
  const left = counted(a);
  if (left.length !== counted(b).length) return false;
  return left.every(([name, value]) => {
    const other = b.attrs !== undefined && Object.hasOwn(b.attrs, name) ? b.attrs[name] : undefined;
    return other !== undefined && isCompared(b, name, view) && sameJson(value, other);
  });
}

function isCompared(carrier: TiptapNode | TiptapMark, name: string, view: View): boolean {
  const value = carrier.attrs?.[name];
  if (value === undefined || isStyle(name) || isDefault(carrier.type, name, value)) return false;
  return view === 'document' || !isPlatformOnly(carrier.type, name);
}

type Marks = readonly TiptapMark[] | undefined;

function sameMarks(a: Marks, b: Marks, view: View): boolean {
  const left = a ?? [];
  const right = b ?? [];
  if (left === right || (left.length === 0 && right.length === 0)) return true;
  const inOrder =
    left.length === right.length &&
    left.every((mark, index) => {
      const other = right[index];
      return mark === other || (mark.type === other?.type && sameAttributes(mark, other, view));
    });
  if (inOrder || (left.length < 2 && right.length < 2 && view === 'document')) return inOrder;
  return JSON.stringify(canonicalMarks(a, view)) === JSON.stringify(canonicalMarks(b, view));
}

function sameContent(a: TiptapNode, b: TiptapNode, view: View): boolean {
  const left = a.content ?? [];
  const right = b.content ?? [];
  if (left === right) return true;
  let i = 0;
  let j = 0;
  for (;;) {
    const from = textRun(left, i, view);
    const to = textRun(right, j, view);
    i = from.next;
    j = to.next;
    if (from.node === undefined || to.node === undefined) return from.node === to.node;
    if (!sameIn(from.node, to.node, view)) return false;
  }
}

/** The node at a place, joined with the text behind it that has equal marks, and the place after. */
function textRun(
  nodes: readonly TiptapNode[],
  at: number,
  view: View,
): { readonly node: TiptapNode | undefined; readonly next: number } {
  let next = at;
  while (isEmptyText(nodes[next])) next += 1;
  let node = nodes[next];
  next += 1;
  if (node?.type !== 'text' || node.text === undefined) return { node, next };
  let { text } = node;
  for (let more = nodes[next]; more?.type === 'text' && more.text !== undefined; more = nodes[next]) {
    if (more.text !== '') {
      if (!sameMarks(node.marks, more.marks, view)) break;
      text += more.text;
      node = { ...more, text };
    }
    next += 1;
  }
  return { node, next };
}

function isEmptyText(node: TiptapNode | undefined): boolean {
  return node?.type === 'text' && node.text === '';
}

function canonicalNode(node: TiptapNode, view: View): Json {
  const marks = canonicalMarks(node.marks, view);
  const content = canonicalContent(node, view);
  return {
    type: node.type,
    ...canonicalAttributes(node, view),
    ...(content.length === 0 ? {} : { content }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(node.text === undefined ? {} : { text: node.text }),
  };
}

function canonicalAttributes(carrier: TiptapNode | TiptapMark, view: View): { readonly attrs?: Json } {
  const kept: [string, Json][] = [];
  for (const [name, value] of Object.entries(carrier.attrs ?? {})) {
    if (isStyle(name) || isDefault(carrier.type, name, value)) continue;
    if (view === 'markdown' && isPlatformOnly(carrier.type, name)) continue;
    kept.push([name, sortKeys(value)]);
  }
  if (kept.length === 0) return {};
  kept.sort(([a], [b]) => order(a, b));
  return { attrs: Object.fromEntries(kept) };
}

function canonicalMarks(marks: readonly TiptapMark[] | undefined, view: View): readonly Json[] {
  if (marks === undefined || marks.length === 0) return [];
  const kept = view === 'markdown' ? marks.filter((mark) => !isPlatformMark(mark)) : [...marks];
  const texts = kept.map((mark) => ({ type: mark.type, ...canonicalAttributes(mark, view) }));
  if (view === 'markdown') texts.sort((a, b) => order(JSON.stringify(a), JSON.stringify(b)));
  else texts.sort((a, b) => Number(a.type === 'code') - Number(b.type === 'code'));
  return texts;
}

function canonicalContent(node: TiptapNode, view: View): readonly Json[] {
  const content: Json[] = [];
  let text: { marks: string; value: string } | undefined;
  for (const child of node.content ?? []) {
    if (child.type === 'text' && child.text === '') continue;
    const canonical = canonicalNode(child, view);
    if (child.type !== 'text' || child.text === undefined) {
      text = undefined;
      content.push(canonical);
      continue;
    }
    const marks = JSON.stringify(canonicalMarks(child.marks, view));
    if (text?.marks === marks) {
      text.value += child.text;
      content[content.length - 1] = canonicalNode({ ...child, text: text.value }, view);
    } else {
      text = { marks, value: child.text };
      content.push(canonical);
    }
  }
  return content;
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => sortKeys(entry));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, Json] => [key, sortKeys(entry)]);
  return Object.fromEntries(entries.sort(([a], [b]) => order(a, b)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
