import type { Json, TiptapMark, TiptapNode } from './tiptap.js';

/**
 * Whether two nodes are built alike, down to the last attribute: quicker than any rule, and mostly enough. What `b` is
 * need not have been checked: where it is no node it is not alike.
 */
export function isIdentical(a: TiptapNode | TiptapMark, b: TiptapNode | TiptapMark): boolean {
  if (a === b) return true;
  if (!isObject(b) || a.type !== b.type) return false;
  if (a.attrs !== b.attrs && !isIdenticalJson(a.attrs, b.attrs)) return false;
  const left: TiptapNode = a;
  const right: TiptapNode = b;
  if (left.text !== right.text) return false;
  return isIdenticalList(left.content, right.content) && isIdenticalList(left.marks, right.marks);
}

function isIdenticalList(
  a: readonly TiptapNode[] | undefined,
  b: readonly TiptapNode[] | undefined,
): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index];
    const right = b[index];
    if (left === undefined || right === undefined || !isIdentical(left, right)) return false;
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

type Attributes = Readonly<Record<string, Json>>;

function isIdenticalJson(a: Attributes | undefined, b: Attributes | undefined): boolean {
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(b, name)) return false;
    const left = a[name];
    const right = b[name];
    if (left !== right && (left === undefined || right === undefined || !sameJson(left, right))) return false;
  }
  return true;
}

/** Whether two values say the same; the order of keys says nothing. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a as Readonly<Record<string, Json>>);
  const right = b as Readonly<Record<string, Json>>;
  if (left.length !== Object.keys(right).length) return false;
  return left.every(([key, value]) => {
    const other = Object.hasOwn(right, key) ? right[key] : undefined;
    return other !== undefined && sameJson(value, other);
  });
}
