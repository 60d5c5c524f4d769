import { isSoundJson } from '../limits.js';
import { isSafeKey } from './safeKey.js';
import type { Json } from '../tiptap.js';

/** Attributes without a Markdown form, by name. */
export type Carried = Readonly<Record<string, Json>>;

/** A comment that carries nothing and keeps apart what would be read as one. */
export const SEPARATOR = '<!-- docbridge:{} -->';

const PATTERN = /^<!-- docbridge:(\{.*\}) -->$/;

/**
 * Writes attributes as `<!-- docbridge:{...} -->`. No value can end the comment, and no value holds `--`, which
 * cmark 0.29 refuses inside comments: `<`, `>` and the second hyphen of a pair are written as `\u00XX`.
 */
export function writeCarrier(carried: Carried): string {
  const json = JSON.stringify(carried)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/--/g, '-\\u002d')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `<!-- docbridge:${json} -->`;
}

/** Reads what `writeCarrier` wrote; undefined when it is any other comment. */
export function readCarrier(html: string): Carried | undefined {
  const json = PATTERN.exec(html)?.[1];
  if (json === undefined) return undefined;
  const value = parseObject(json);
  if (value === undefined || !Object.keys(value).every(isSafeKey)) return undefined;
  return writeCarrier(value) === html ? value : undefined;
}

/** Parses a JSON object; undefined when it is anything else, or nests too deep for attributes. */
export function parseObject(json: string): Carried | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) && isSoundJson(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Carried {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
