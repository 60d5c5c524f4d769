import type { Json } from '../../../convert/tiptap.js';

/**
 * How many characters ondoki's JSON writer makes of a value: `", "` and `": "` between the parts and every
 * character beyond ASCII escaped. Its limit of 10 MB and its `byte_size` are counted so.
 */
export function jsonDumpLength(value: Json): number {
  if (value === null || typeof value !== 'object') return scalarLength(value);
  if (isArray(value)) {
    let length = 2 + 2 * Math.max(0, value.length - 1);
    for (const item of value) length += jsonDumpLength(item);
    return length;
  }
  const entries = Object.entries(value);
  let length = 2 + 2 * Math.max(0, entries.length - 1);
  for (const [key, item] of entries) length += scalarLength(key) + 2 + jsonDumpLength(item);
  return length;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function scalarLength(value: string | number | boolean | null): number {
  const text = JSON.stringify(value);
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 126) length += 5;
  return length;
}
