import { createHash } from 'node:crypto';
import type { Json } from './Pair.js';

/** Values kept under a name, by a world or by the matchers of earlier pairs. */
export type Captures = Map<string, Scalar>;
export type Scalar = string | number | boolean;

const patterns: Readonly<Record<string, string>> = {
  id16: '[a-z0-9]{16}',
  hex32: '[0-9a-f]{32}',
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  'naive-utc': '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?',
  iso: '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?Z',
  cookie: '[^;\\s]+',
  string: '[\\s\\S]*',
  any: '[\\s\\S]*',
  int: '',
  bool: '',
};
const token =
  /<(id16|hex32|uuid|naive-utc|iso|cookie|string|any|int|bool)(?: ([A-Za-z]\w*))?>|(?<!\{)\{([A-Za-z]\w*)\}(?!\})/g;
const whole = new RegExp(`^(?:${token.source})$`);

/** Why `actual` is not what `expected` says; empty when it is. Keeps named values in `captures`. */
export function mismatches(expected: Json, actual: unknown, captures: Captures, where = '$'): string[] {
  if (typeof expected === 'string') return matchText(expected, actual, captures, where);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${where}: not a list`];
    if (actual.length !== expected.length)
      return [`${where}: ${actual.length} elements, not ${expected.length}`];
    return expected.flatMap((item, index) => mismatches(item, actual[index], captures, `${where}[${index}]`));
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object' || Array.isArray(actual))
      return [`${where}: not an object`];
    const found = actual as Record<string, unknown>;
    const extra = '...' in expected ? [] : Object.keys(found).filter((key) => !(key in expected));
    const wanted = Object.entries(expected).filter(([key]) => key !== '...');
    return [
      ...extra.map((key) => `${where}.${key}: not in the pair`),
      ...wanted.flatMap(([key, value]) =>
        key in found
          ? mismatches(value, found[key], captures, `${where}.${key}`)
          : [`${where}.${key}: missing`],
      ),
    ];
  }
  return expected === actual ? [] : [`${where}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

/** `text` with every `{name}` replaced by its kept value. */
export function fill(text: string, captures: Captures): string {
  return text.replace(token, (found, type: string | undefined, _name, reference: string | undefined) =>
    reference === undefined || type !== undefined ? found : String(kept(reference, captures)),
  );
}

/** `value` with references filled in and a sample in the place of every matcher. */
export function sample(value: Json, captures: Captures): Json {
  if (Array.isArray(value)) return value.map((item) => sample(item, captures));
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([key]) => key !== '...');
    return Object.fromEntries(entries.map(([key, item]) => [key, sample(item, captures)]));
  }
  if (typeof value !== 'string') return value;
  const alone = whole.exec(value);
  if (alone !== null) return sampleToken(alone[1], alone[2], alone[3], captures);
  return sampleText(value, captures);
}

/** `sample` for text that stays text. */
export function sampleText(value: string, captures: Captures): string {
  return value.replace(
    token,
    (_found, type: string | undefined, name: string | undefined, ref: string | undefined) =>
      String(sampleToken(type, name, ref, captures)),
  );
}

function matchText(expected: string, actual: unknown, captures: Captures, where: string): string[] {
  const alone = whole.exec(expected);
  if (alone !== null) {
    const [, type, name, reference] = alone;
    if (reference !== undefined) return same(kept(reference, captures), actual, where);
    const fits =
      type === 'any' ||
      (type === 'int' && Number.isInteger(actual)) ||
      (type === 'bool' && typeof actual === 'boolean') ||
      (typeof actual === 'string' &&
        type !== 'int' &&
        type !== 'bool' &&
        new RegExp(`^${patterns[type ?? '']}$`).test(actual));
    if (!fits) return [`${where}: ${JSON.stringify(actual)} is not ${expected}`];
    return name === undefined ? [] : keep(name, actual as Scalar, captures, where);
  }
  if (typeof actual !== 'string') return same(expected, actual, where);
  const names: string[] = [];
  let source = '';
  let end = 0;
  for (const match of expected.matchAll(token)) {
    source += escape(expected.slice(end, match.index));
    const [text, type, name, reference] = match;
    if (reference !== undefined) source += escape(String(kept(reference, captures)));
    else if (name === undefined) source += `(?:${patterns[type ?? '']})`;
    else {
      names.push(name);
      source += `(${patterns[type ?? '']})`;
    }
    end = match.index + text.length;
  }
  const found = new RegExp(`^${source}${escape(expected.slice(end))}$`).exec(actual);
  if (found === null) return [`${where}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`];
  return names.flatMap((name, index) => keep(name, found[index + 1] ?? '', captures, where));
}

function keep(name: string, value: Scalar, captures: Captures, where: string): string[] {
  const before = captures.get(name);
  if (before !== undefined) return same(before, value, where);
  captures.set(name, value);
  return [];
}

function kept(name: string, captures: Captures): Scalar {
  const value = captures.get(name);
  if (value === undefined) throw new Error(`The pair names {${name}}, which nothing before it kept.`);
  return value;
}

function same(expected: Scalar, actual: unknown, where: string): string[] {
  return expected === actual ? [] : [`${where}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function sampleToken(
  type: string | undefined,
  name: string | undefined,
  ref: string | undefined,
  captures: Captures,
): Scalar {
  if (ref !== undefined) return kept(ref, captures);
  if (name !== undefined) {
    const value = captures.get(name) ?? sampleOf(type ?? '', name);
    captures.set(name, value);
    return value;
  }
  return sampleOf(type ?? '', 'unnamed');
}

function sampleOf(type: string, name: string): Scalar {
  const hex = createHash('sha256').update(`${type} ${name}`).digest('hex');
  switch (type) {
    case 'id16':
      return hex.slice(0, 16);
    case 'hex32':
      return hex.slice(0, 32);
    case 'uuid':
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    case 'naive-utc':
      return '2026-01-02T03:04:05.678901';
    case 'iso':
      return '2026-01-02T03:04:05.678Z';
    case 'int':
      return 1;
    case 'bool':
      return true;
    default:
      return `sample-${name}`;
  }
}
