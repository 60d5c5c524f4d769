import type { Json, TiptapMark, TiptapNode } from './tiptap.js';

/** JSON text without blanks whose keys stand in code unit order: equal for equal values whatever their key order. */
export function sortedJson(value: Json | TiptapNode | TiptapMark): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(sortedJson).join(',')}]`;
  const fields = Object.entries(value as Readonly<Record<string, Json | undefined>>);
  const texts = fields
    .sort(byKey)
    .flatMap(([key, item]) => (item === undefined ? [] : [`${JSON.stringify(key)}:${sortedJson(item)}`]));
  return `{${texts.join(',')}}`;
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  // Keys of one object differ.
  return left < right ? -1 : 1;
}
