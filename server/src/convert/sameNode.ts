import { isDefault, isPlatformMark, isPlatformOnly, isStyle } from './attributes.js';
import { canonicalJson } from './compare.js';
import type { Json, TiptapMark, TiptapNode } from './tiptap.js';

/** Whether two nodes say the same in Markdown; as comparing their canonicalJson in the view `markdown`, but quick. */
export function sameInMarkdown(a: TiptapNode, b: TiptapNode): boolean {
  return isAlike(a, b) || canonicalJson(a, { view: 'markdown' }) === canonicalJson(b, { view: 'markdown' });
}

/** Whether two nodes are the same node for node; false also where they only differ in how texts are cut. */
function isAlike(a: TiptapNode, b: TiptapNode): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.text !== b.text || !alikeAttributes(a, b) || !alikeMarks(a.marks, b.marks)) {
    return false;
  }
  const left = a.content;
  const right = b.content;
  if (left === undefined || right === undefined) return (left?.length ?? 0) === (right?.length ?? 0);
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) {
    const one = left[at];
    const other = right[at];
    if (one === undefined || other === undefined || !isAlike(one, other)) return false;
  }
  return true;
}

function alikeMarks(a: readonly TiptapMark[] | undefined, b: readonly TiptapMark[] | undefined): boolean {
  if (a === b) return true;
  const left = a ?? [];
  const right = b ?? [];
  if (left.some(isPlatformMark) || right.some(isPlatformMark)) return false;
  return (
    left.length === right.length &&
    left.every((mark, at) => mark.type === right[at]?.type && alikeAttributes(mark, right[at]))
  );
}

function alikeAttributes(a: TiptapNode | TiptapMark, b: TiptapNode | TiptapMark): boolean {
  return a.attrs === b.attrs || (holdsAttributes(a, b) && holdsAttributes(b, a));
}

/** Whether one says every attribute that the other says. */
function holdsAttributes(a: TiptapNode | TiptapMark, b: TiptapNode | TiptapMark): boolean {
  const { attrs } = b;
  if (attrs === undefined) return true;
  for (const name of Object.keys(attrs)) {
    const value = attrs[name] ?? null;
    if (isStyle(name) || isPlatformOnly(b.type, name) || isDefault(b.type, name, value)) continue;
    const other = a.attrs !== undefined && Object.hasOwn(a.attrs, name) ? (a.attrs[name] ?? null) : null;
    if (!sameJson(value, other)) return false;
  }
  return true;
}

function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item: Json, at) => sameJson(item, (b as readonly Json[])[at] ?? null));
  }
  const left = Object.entries(a as Readonly<Record<string, Json>>);
  const right = b as Readonly<Record<string, Json>>;
  if (left.length !== Object.keys(right).length) return false;
  return left.every(([key, item]) => Object.hasOwn(right, key) && sameJson(item, right[key] ?? null));
}
