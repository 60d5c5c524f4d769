import { Document, Scalar } from 'yaml';
import type { Json } from '../tiptap.js';

/** A value as YAML on one line, quoted as readers of YAML 1.1 and 1.2 both need it. */
export function writeValue(value: Json, quotes?: Scalar.Type | null): string {
  if (typeof value === 'string') return writeScalar(value, quotes);
  if (Array.isArray(value)) return `[${value.map((entry: Json) => writeValue(entry)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${writeScalar(key)}: ${writeValue(entry)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** A key and its value as lines of a block map, indented. */
export function writePair(key: string, value: Json, indent: string, eol: string): string {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isRecord && Object.keys(value).length > 0) {
    const inner = Object.entries(value).map(([name, entry]) => writePair(name, entry, `${indent}  `, eol));
    return [`${indent}${writeScalar(key)}:`, ...inner].join(eol);
  }
  return `${indent}${writeScalar(key)}: ${writeValue(value)}`;
}

function writeScalar(text: string, quotes?: Scalar.Type | null): string {
  const scalar = new Scalar(text);
  const quoted = quotes === 'QUOTE_DOUBLE' || quotes === 'QUOTE_SINGLE';
  // A block text would need the indentation of its place, a flow value may not hold these at all.
  const flowSafe = !/[\r\n,[\]{}#]|: /.test(text);
  if (quoted) scalar.type = quotes;
  else if (!flowSafe) scalar.type = 'QUOTE_DOUBLE';
  // Any Unicode blank at an edge would be lost when the line is read or trimmed.
  if (/[\r\n]|^\s|\s$/u.test(text)) scalar.type = 'QUOTE_DOUBLE';
  const document = new Document(scalar, { version: '1.2', compat: 'yaml-1.1' });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 }).replace(/\n+$/u, '');
}
