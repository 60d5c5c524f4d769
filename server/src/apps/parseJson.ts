import type { Json } from '../convert/tiptap.js';

/** Deeper nesting than any app or meta file has; JSON.parse itself takes millions of levels. */
const maxDepth = 200;

export type ParsedJson =
  { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };

/** JSON.parse with a bound on nesting; a leading byte order mark is skipped. */
export function parseJson(text: string): ParsedJson {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (nestsTooDeep(body)) return { ok: false, problem: `it nests deeper than ${maxDepth} levels` };
  try {
    return { ok: true, value: JSON.parse(body) as Json };
  } catch (error) {
    return {
      ok: false,
      problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})`,
    };
  }
}

/** The object's fields, or `undefined` for any other value. */
export function fieldsOf(value: Json | undefined): Readonly<Record<string, Json>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, Json>>;
}

/** The list's elements that are objects; empty for any other value. */
export function objectsOf(value: Json | undefined): readonly Readonly<Record<string, Json>>[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).map(fieldsOf).filter((item) => item !== undefined);
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > maxDepth) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
