import { Document, Scalar } from 'yaml';
import type { Json } from '../tiptap.js';
import { isList, isRecord } from './jsonValue.js';

export type Quotes = 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';

/** What YAML cannot hold as it is (YAML 1.2.2, c-printable), or what would look like nothing or like a line end. */
const UNPRINTABLE = /[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
/** A block would need the indentation of its place, and braces and brackets may not hold these at all. */
const UNSAFE = /[\r\n,[\]{}#]|: |^:/u;

/** A value as YAML on one line, quoted as readers of YAML 1.1 and 1.2 both need it, in block and flow style. */
export function writeValue(value: Json, quotes?: Quotes): string {
  if (typeof value === 'string') return writeScalar(value, quotes);
  if (isList(value)) return `[${value.map((entry) => writeValue(entry)).join(', ')}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, entry]) => writeFlowPair(key, entry));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** A key and its value inside braces. */
export function writeFlowPair(key: string, value: Json): string {
  return `${writeScalar(key)}: ${writeValue(value)}`;
}

/** A key and its value as lines of a block map, indented. */
export function writePair(key: string, value: Json, indent: string, eol: string): string {
  if (isRecord(value) && Object.keys(value).length > 0) {
    const inner = Object.entries(value).map(([name, entry]) => writePair(name, entry, `${indent}  `, eol));
    return [`${indent}${writeScalar(key)}:`, ...inner].join(eol);
  }
  return `${indent}${writeFlowPair(key, value)}`;
}

/** A text of several lines as a literal block: its header and its lines; `undefined` when a block cannot hold it. */
export function writeBlockText(
  text: string,
  indent: string,
  eol: string,
): { readonly header: string; readonly lines: string } | undefined {
  const content = text.endsWith('\n') ? text.slice(0, -1) : text;
  const isOdd = !content.includes('\n') || /^\s|[\t\n ]$|[\t ]\n|\r/u.test(content);
  if (isOdd || UNPRINTABLE.test(content)) return undefined;
  const lines = content.split('\n').map((line) => (line === '' ? '' : `${indent}${line}`));
  return { header: content === text ? '|-' : '|', lines: `${lines.join(eol)}${eol}` };
}

/** A text as a key, or as a value on one line. */
function writeScalar(text: string, quotes?: Quotes): string {
  // Any Unicode blank at an edge would be lost when the line is read or trimmed.
  const isFragile = UNPRINTABLE.test(text) || /[\r\n]|^\s|\s$/u.test(text);
  if (isFragile || quotes === 'QUOTE_DOUBLE' || (quotes === undefined && UNSAFE.test(text))) {
    return writeDoubleQuoted(text);
  }
  const scalar = new Scalar(text);
  if (quotes !== undefined) scalar.type = quotes;
  const document = new Document(scalar, { version: '1.2', compat: 'yaml-1.1' });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 }).trimEnd();
}

/** JSON's escapes are YAML's too (YAML 1.2.2, section 5.7). */
function writeDoubleQuoted(text: string): string {
  const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu, escaped);
}
