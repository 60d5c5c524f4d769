/** Says where or how a node stands, or what a plug-in noted about it; none of it is Markdown. */
const ASIDE: ReadonlySet<string> = new Set(['position', 'data']);

/** Whether two nodes say the same in the same way; an absent field is as good as null. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return isNothing(a) && isNothing(b);
  if (Array.isArray(a) || Array.isArray(b)) return sameItems(a, b);
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!ASIDE.has(key) && !sameContent(a[key], b[key])) return false;
  }
  return true;
}

function sameItems(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => sameContent(item, b[index]));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
