import type { ConversionBase, Flavour, Notice } from '../convert/conversion.js';
import { markdownToTiptap } from '../convert/markdownToTiptap.js';
import type { Dialect, TiptapDocument } from '../convert/tiptap.js';
import { tiptapToMarkdown } from '../convert/tiptapToMarkdown.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';

/** What `convert` was asked for. */
export interface ConversionOrder {
  readonly to: 'markdown' | 'tiptap';
  readonly dialect: Dialect;
  readonly flavour: Flavour;
}

/** One converted document, as `convert` writes it (DESIGN: JSON). */
export type Converted =
  | { readonly tiptap: TiptapDocument; readonly frontMatter?: string; readonly notices: readonly Notice[] }
  | { readonly markdown: string; readonly notices: readonly Notice[] };

/** One line of `--ndjson`. */
export type ConvertedLine = { readonly id: string | number | null } & (
  Converted | { readonly error: { readonly code: string; readonly message: string } }
);

/** An input that is no document. */
export class ConversionInputError extends DocbridgeError {
  constructor(code: string, message: string) {
    super(code, 'conflict', message);
  }
}

/** Converts one line of `--ndjson`; never throws. */
export function convertLine(line: Uint8Array, order: ConversionOrder): ConvertedLine {
  let id: string | number | null = null;
  try {
    const value = parseJson(decode(line));
    if (!isRecord(value)) throw new ConversionInputError('invalid-line', 'The line is not a JSON object.');
    const { id: given } = value;
    if (typeof given !== 'string' && typeof given !== 'number') {
      throw new ConversionInputError('invalid-line', 'The line has no "id".');
    }
    id = given;
    return { id, ...convertRecord(value, order) };
  } catch (error) {
    if (error instanceof DocbridgeError) return { id, error: { code: error.code, message: error.message } };
    const reason = error instanceof Error ? error.message : String(error);
    return { id, error: { code: 'internal', message: `The document could not be converted: ${reason}` } };
  }
}

/** Converts one document: a Markdown text, or JSON that is a TipTap document or an object that holds one. */
export function convertDocument(input: Uint8Array, order: ConversionOrder, base?: ConversionBase): Converted {
  const text = decode(input);
  if (order.to === 'tiptap') return convertRecord({ markdown: text, base }, order);
  const value = parseJson(text);
  if (!isRecord(value)) throw new ConversionInputError('invalid-input', 'The input is not a JSON object.');
  const record = value['type'] === 'doc' ? { tiptap: value } : value;
  return convertRecord(base === undefined ? record : { ...record, base }, order);
}

/** Reads `{"markdown","tiptap"}`, both forms of one document; throws `ConversionInputError`. */
export function parseBase(value: unknown): ConversionBase {
  if (isRecord(value) && typeof value['markdown'] === 'string' && isDocument(value['tiptap'])) {
    return { markdown: value['markdown'], tiptap: value['tiptap'] };
  }
  throw new ConversionInputError('invalid-base', 'The base must be {"markdown": text, "tiptap": document}.');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new ConversionInputError('invalid-utf8', 'The input is not UTF-8.');
    throw error;
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new ConversionInputError('invalid-json', 'The input is not valid JSON.');
    }
    throw error;
  }
}

function convertRecord(record: Readonly<Record<string, unknown>>, order: ConversionOrder): Converted {
  const { dialect, flavour } = order;
  const base = record['base'] === undefined ? undefined : parseBase(record['base']);
  const options = { dialect, flavour, ...(base === undefined ? {} : { base }) };
  if (order.to === 'tiptap') {
    const { markdown } = record;
    if (typeof markdown !== 'string')
      throw new ConversionInputError('invalid-line', 'There is no "markdown".');
    const { value, notices } = markdownToTiptap(markdown, options);
    const { doc, frontMatter } = value;
    return { tiptap: doc, ...(frontMatter === undefined ? {} : { frontMatter }), notices };
  }
  const { tiptap, frontMatter } = record;
  if (!isDocument(tiptap)) {
    throw new ConversionInputError(
      'invalid-line',
      'There is no "tiptap" that is a document ("type": "doc").',
    );
  }
  if (frontMatter !== undefined && typeof frontMatter !== 'string') {
    throw new ConversionInputError('invalid-line', 'The "frontMatter" is not a text.');
  }
  const file = frontMatter === undefined ? { doc: tiptap } : { doc: tiptap, frontMatter };
  const { value, notices } = tiptapToMarkdown(file, options);
  return { markdown: value, notices };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDocument(value: unknown): value is TiptapDocument {
  return isRecord(value) && value['type'] === 'doc';
}
