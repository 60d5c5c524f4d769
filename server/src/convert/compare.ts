import { isDefault, isPlatformMark, isPlatformOnly, isStyle } from './attributes.js';
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
  return a === b || canonicalJson(a) === canonicalJson(b);
}

type View = NonNullable<CompareOptions['view']>;

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
