import type { Json } from '../tiptap.js';
import { isRecord, type JsonRecord } from './jsonValue.js';
import {
  canonicalKeys,
  canonicalValues,
  keyPath,
  type CanonicalKey,
  type KeyPath,
  type Profile,
} from './profiles.js';
import { readFrontMatter } from './readFrontMatter.js';
import { writeFrontMatter, type FrontMatterChanges } from './writeFrontMatter.js';

/** What front matter says, under our names; what is empty or of another type is absent. */
export interface CanonicalFields {
  readonly title?: string;
  readonly description?: string;
  readonly slug?: string;
  readonly tags?: readonly string[];
  readonly icon?: string;
  readonly order?: number;
  readonly draft?: boolean;
  /** As it is written, ISO 8601 for choice. */
  readonly created?: string;
  readonly aliases?: readonly string[];
  readonly docbridge?: { readonly id: string; readonly source?: string };
}

/** Fields to write; undefined takes the key out. */
export type FieldChanges = { readonly [Key in CanonicalKey]?: CanonicalFields[Key] | undefined };

/** What front matter says under the names of a profile. Numbers are taken for texts where texts belong. */
export function readFields(data: JsonRecord, profile: Profile): CanonicalFields {
  const values = canonicalValues(data, profile);
  const { order, draft, docbridge } = values;
  const fields: { -readonly [Key in CanonicalKey]?: CanonicalFields[Key] } = {};
  for (const key of ['title', 'description', 'slug', 'icon', 'created'] as const) {
    const text = textOf(values[key]);
    if (text !== undefined) fields[key] = text;
  }
  for (const key of ['tags', 'aliases'] as const) {
    const list = listOf(values[key]);
    if (list !== undefined) fields[key] = list;
  }
  if (typeof order === 'number') fields.order = order;
  if (typeof draft === 'boolean') fields.draft = draft;
  const identity = identityOf(docbridge);
  if (identity !== undefined) fields.docbridge = identity;
  return fields;
}

/**
 * Writes fields into front matter (its source, fences included) under the names of a profile; see `writeFrontMatter`. A
 * map such as `params` goes with the last of its keys.
 */
export function writeFields(source: string | undefined, fields: FieldChanges, profile: Profile): string {
  const data = source === undefined ? {} : readFrontMatter(source).data;
  const changes = canonicalKeys
    .filter((key) => Object.hasOwn(fields, key))
    .map((key) => changeAt(keyPath(key, profile), fields[key], data));
  return writeFrontMatter(source, Object.assign({}, ...changes) as FrontMatterChanges);
}

function changeAt(
  [step, next, ...more]: KeyPath,
  value: Json | undefined,
  data: JsonRecord,
): FrontMatterChanges {
  if (next === undefined) return { [step]: value };
  const there = data[step];
  const inner = isRecord(there) ? there : {};
  const change = changeAt([next, ...more], value, inner);
  if (value !== undefined) return { [step]: change };
  if (!Object.hasOwn(inner, next)) return {};
  const isLast = Object.keys(inner).length === 1 && change[next] === undefined;
  return { [step]: isLast ? undefined : change };
}

function identityOf(value: unknown): CanonicalFields['docbridge'] {
  if (!isRecord(value)) return undefined;
  const { id, source } = value;
  if (typeof id !== 'string' || id === '') return undefined;
  return typeof source === 'string' ? { id, source } : { id };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(textOf).filter((entry) => entry !== undefined) : undefined;
}
