import type { Json } from '../tiptap.js';

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, Json>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Equal whatever the order of keys; undefined is equal to itself. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((entry, at) => sameJson(entry, b[at]));
  if (!isRecord(a)) return a === b;
  if (!isRecord(b) || Object.keys(a).length !== Object.keys(b).length) return false;
  return Object.entries(a).every(([key, value]) => Object.hasOwn(b, key) && sameJson(value, b[key]));
}

/** A frozen object without a prototype, so that no key can reach beyond it. */
export function toRecord(entries: Iterable<readonly [string, Json]>): JsonRecord {
  const record = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries) record[key] = value;
  return Object.freeze(record);
}
