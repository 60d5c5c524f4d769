import type { Budget } from '../convert/budget/Budget.js';
import type { ConversionBase, Flavour, Notice } from '../convert/conversion.js';
import { markdownToTiptap } from '../convert/markdownToTiptap.js';
import type { Dialect, TiptapDocument } from '../convert/tiptap.js';
import { tiptapToMarkdown } from '../convert/tiptapToMarkdown.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';
import { ConversionInputError, decodeText, parseJson } from './jsonInput.js';

/** What `convert` was asked for. */
export interface ConversionOrder {
  readonly to: 'markdown' | 'tiptap';
  readonly dialect: Dialect;
  readonly flavour: Flavour;
  /** Gives each document what it may spend; `size` is its length in bytes, the base included. */
  readonly budget: (size: number) => Budget;
}

/** One converted document, as `convert` writes it (DESIGN: JSON). */
export type Converted =
  | { readonly tiptap: TiptapDocument; readonly frontMatter?: string; readonly notices: readonly Notice[] }
  | { readonly markdown: string; readonly notices: readonly Notice[] };

/** Converts one document: a Markdown text, or JSON that is a TipTap document or an object that holds one. */
export function convertDocument(input: Uint8Array, order: ConversionOrder, base?: ConversionBase): Converted {
  const text = decodeText(input);
  const size = input.length + (base === undefined ? 0 : base.markdown.length * 2);
  if (order.to === 'tiptap') return convertRecord({ markdown: text, base }, order, size);
  const value = parseJson(text);
  if (!isRecord(value)) throw new ConversionInputError('invalid-input', 'The input is not a JSON object.');
  const record = value['type'] === 'doc' ? { tiptap: value } : value;
  return convertRecord(base === undefined ? record : { ...record, base }, order, size);
}

/** Reads `{"markdown","tiptap"}`, both forms of one document; throws `ConversionInputError`. */
export function parseBase(value: unknown): ConversionBase {
  if (isRecord(value) && typeof value['markdown'] === 'string' && isDocument(value['tiptap'])) {
    return { markdown: value['markdown'], tiptap: value['tiptap'] };
  }
  throw new ConversionInputError('invalid-base', 'The base must be {"markdown": text, "tiptap": document}.');
}

/**
 * Converts what an object holds: `{"markdown"}` or `{"tiptap","frontMatter"?}`, either with `"base"`. `size` is its
 * length in bytes. Throws `ConversionInputError` and the errors of the conversion.
 */
export function convertRecord(
  record: Readonly<Record<string, unknown>>,
  order: ConversionOrder,
  size: number,
): Converted {
  const { dialect, flavour } = order;
  const base = isAbsent(record['base']) ? undefined : parseBase(record['base']);
  const options = { dialect, flavour, budget: order.budget(size), ...(base === undefined ? {} : { base }) };
  if (order.to === 'tiptap') {
    const { markdown } = record;
    if (typeof markdown !== 'string')
      throw new ConversionInputError('invalid-line', 'There is no "markdown" that is a text.');
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
  if (!isAbsent(frontMatter) && typeof frontMatter !== 'string') {
    throw new ConversionInputError('invalid-line', 'The "frontMatter" is not a text.');
  }
  const file = typeof frontMatter === 'string' ? { doc: tiptap, frontMatter } : { doc: tiptap };
  const { value, notices } = tiptapToMarkdown(file, options);
  return { markdown: value, notices };
}

/** What an unexpected error is to whoever gave the document. */
export function errorOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof DocbridgeError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `The document could not be converted: ${reason}` };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isDocument(value: unknown): value is TiptapDocument {
  return isRecord(value) && value['type'] === 'doc';
}
