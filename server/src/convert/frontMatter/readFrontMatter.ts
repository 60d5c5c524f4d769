import { isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import type { Json } from '../tiptap.js';
import { aliasProblem } from './aliasProblem.js';
import { guardYaml } from './guardYaml.js';
import { cutFences, parseYaml } from './yamlDocument.js';

/** What is wrong in front matter, and where (offsets in its source, UTF-16). */
export interface FrontMatterError {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Front matter as data: frozen, without a prototype, so no key can reach beyond it. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, Json>>;
  readonly errors: readonly FrontMatterError[];
  /** Where a key stands, given its path: `['docbridge', 'id']`. */
  readonly keyRange: (
    path: readonly string[],
  ) => { readonly start: number; readonly end: number } | undefined;
}

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads front matter, fences included. Never throws and never runs anything: what cannot be read is an error with its
 * place, and no data.
 */
export function readFrontMatter(source: string): FrontMatter {
  const fenced = cutFences(source);
  if (fenced === undefined) {
    const toml = /^\ufeff?\+\+\+/.test(source);
    return failed(
      'front-matter-not-yaml',
      toml ? 'The front matter is TOML; only YAML is read.' : 'This is no front matter.',
      0,
      source.length,
    );
  }
  const offset = fenced.opening.length;
  const refusal = guardYaml(fenced.text);
  if (refusal !== undefined) return failed(refusal.code, refusal.message, offset + refusal.at, source.length);
  const document = parseYaml(fenced.text);
  const errors = document.errors.map(({ code, message, pos }) => ({
    code: code === 'DUPLICATE_KEY' ? 'front-matter-duplicate-key' : 'front-matter-syntax',
    message: `The front matter is not valid YAML: ${sentence(message)}`,
    start: offset + pos[0],
    end: offset + Math.max(pos[1], pos[0] + 1),
  }));
  if (errors.length > 0) return { data: emptyRecord(), errors, keyRange: () => undefined };
  const { contents } = document;
  if (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null)) {
    return failed(
      'front-matter-not-a-map',
      'The front matter has to be a list of keys and values.',
      offset,
      source.length,
    );
  }
  const alias = aliasProblem(document);
  if (alias !== undefined) {
    return failed(alias.code, alias.message, offset + alias.start, offset + alias.end);
  }
  const forbidden = findForbidden(contents);
  if (forbidden !== undefined) {
    const [start, end] = forbidden.range ?? [0, 0];
    return failed(
      'front-matter-forbidden-key',
      'This key is not allowed in front matter.',
      offset + start,
      offset + end,
    );
  }
  return {
    data: isMap(contents) ? toRecord(document) : emptyRecord(),
    errors: [],
    keyRange: (path) => keyRange(contents, path, offset),
  };
}

function failed(code: string, message: string, start: number, end: number): FrontMatter {
  return { data: emptyRecord(), errors: [{ code, message, start, end }], keyRange: () => undefined };
}

function toRecord(document: Document): Readonly<Record<string, Json>> {
  const value: unknown = document.toJS({ maxAliasCount: -1, mapAsMap: false });
  const frozen = freeze(value);
  return isRecord(frozen) ? frozen : emptyRecord();
}

/** Copies plain data into frozen objects without a prototype; numbers that JSON lacks become texts. */
function freeze(value: unknown): Json {
  if (Array.isArray(value)) return Object.freeze(value.map(freeze));
  if (typeof value === 'object' && value !== null) {
    const record: Record<string, Json> = Object.assign(Object.create(null) as Record<string, Json>, {});
    for (const [key, entry] of Object.entries(value)) record[key] = freeze(entry);
    return Object.freeze(record);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? value.toString() : null;
}

function findForbidden(node: unknown): Node | undefined {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key) && FORBIDDEN.has(String(key.value))) return key;
      const found = findForbidden(value);
      if (found !== undefined) return found;
    }
  }
  return isSeq(node) ? node.items.map(findForbidden).find((found) => found !== undefined) : undefined;
}

function keyRange(
  contents: unknown,
  path: readonly string[],
  offset: number,
): { start: number; end: number } | undefined {
  let node: unknown = contents;
  let found: Pair | undefined;
  for (const name of path) {
    if (!isMap(node)) return undefined;
    found = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    if (found === undefined) return undefined;
    node = found.value;
  }
  const range = isScalar(found?.key) ? found.key.range : undefined;
  return range === undefined || range === null
    ? undefined
    : { start: offset + range[0], end: offset + range[1] };
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}

function emptyRecord(): Readonly<Record<string, Json>> {
  return Object.freeze(Object.create(null) as Record<string, Json>);
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
