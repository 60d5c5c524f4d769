import { parseObject } from './comment.js';
import { escapeAttribute } from './htmlText.js';
import { isSafeKey } from './safeKey.js';
import type { Attributes } from '../attributes.js';
import type { Json } from '../tiptap.js';

/** The attribute that holds, as JSON, what is neither a text nor a number of a name below. */
const OTHERS = 'data';

/** Attributes that are whole numbers. */
const NUMBERS: ReadonlySet<string> = new Set(['start', 'width', 'height']);

/**
 * Writes a node's attributes as `{id="u1" data="{...}"}`: texts and sizes by name, everything else as
 * JSON in `data`.
 * Empty when there are none; undefined when a name cannot be written.
 */
export function writeDirectiveAttributes(attributes: Attributes): string | undefined {
  const parts: string[] = [];
  const others: Record<string, Json> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!isSafeKey(name) || name === OTHERS) return undefined;
    if (NUMBERS.has(name) && isWhole(value)) parts.push(`${name}="${value}"`);
    else if (typeof value === 'string' && !NUMBERS.has(name) && name !== 'class' && value !== '')
      parts.push(`${name}="${escapeAttribute(value)}"`);
    else others[name] = value;
  }
  if (Object.keys(others).length > 0) parts.push(`${OTHERS}="${escapeAttribute(JSON.stringify(others))}"`);
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`;
}

/** Reads what `writeDirectiveAttributes` wrote. */
export function readDirectiveAttributes(
  attributes: Readonly<Record<string, string | null | undefined>>,
): Record<string, Json> {
  const read: Record<string, Json> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || !isSafeKey(name)) continue;
    const others = name === OTHERS ? parseObject(value) : undefined;
    if (others === undefined)
      read[name] = NUMBERS.has(name) && /^\d{1,15}$/.test(value) ? Number(value) : value;
    else for (const [key, other] of Object.entries(others)) if (isSafeKey(key)) read[key] = other;
  }
  return read;
}

function isWhole(value: Json): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1e15;
}
