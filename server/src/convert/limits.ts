import {
  ConversionInvalidError,
  ConversionTooComplexError,
  ConversionTooDeepError,
  ConversionTooLargeError,
} from '../errors/conversionErrors.js';
import type { TiptapDocument, TiptapNode } from './tiptap.js';

/** Longest document that is converted, in UTF-16 code units (ondoki refuses documents over 10 MB). */
export const MAX_LENGTH = 10_000_000;

/** Deepest nesting of quotes, lists and nodes that is converted (the depth ProseMirror stands). */
export const MAX_DEPTH = 100;

/** A doc, and the two levels of a list item, count once: Markdown indents once for them. */
const MAX_NODE_DEPTH = MAX_DEPTH * 2;

/** Most marks of one node: they nest, too. */
const MAX_MARKS = MAX_DEPTH;

/** Throws ConversionTooLargeError when the text is longer than MAX_LENGTH. */
export function assertLength(text: string): void {
  if (text.length > MAX_LENGTH) throw new ConversionTooLargeError(text.length, MAX_LENGTH);
}

/**
 * Checks that a value has the shape of a TipTap document, that it nests at most MAX_DEPTH levels and that its text, its
 * attributes and its nodes are at most MAX_LENGTH long. Walks with a stack of its own, so no input overflows the call
 * stack. What is absent has to be absent: null is neither content nor marks nor attributes.
 * Throws ConversionInvalidError, ConversionTooDeepError, ConversionTooLargeError or ConversionTooComplexError.
 */
export function assertDocument(document: TiptapDocument): void {
  const top: unknown = document;
  if (!isRecord(top) || top['type'] !== 'doc')
    throw new ConversionInvalidError('', 'the top node is not a doc');
  if (isSound(top)) return;
  const stack: { readonly value: unknown; readonly depth: number; readonly pointer: string }[] = [
    { value: top, depth: 0, pointer: '' },
  ];
  let length = 0;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, depth, pointer } = entry;
    if (depth > MAX_NODE_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    if (!isNode(value)) throw new ConversionInvalidError(pointer, 'a node without a type');
    length += nodeLength(value, pointer);
    if (length > MAX_LENGTH) throw new ConversionTooLargeError(length, MAX_LENGTH);
    const { content }: { readonly content?: unknown } = value;
    if (content === undefined) continue;
    if (!Array.isArray(content))
      throw new ConversionInvalidError(`${pointer}/content`, 'content is not an array');
    content.forEach((child: unknown, index) => {
      stack.push({ value: child, depth: depth + 1, pointer: `${pointer}/content/${index}` });
    });
  }
}

/** Whether assertDocument finds nothing wrong with a node; a quick look that may be wrong in doubting. */
export function isSound(node: unknown): boolean {
  return soundLength(node, 0) <= MAX_LENGTH;
}

/** Whether a value has the shape of one TipTap node (its content is not looked at). */
export function isNode(value: unknown): value is TiptapNode {
  return isRecord(value) && typeof value['type'] === 'string';
}

type Unchecked = { readonly [key in keyof TiptapNode]: unknown };

/**
 * The length of a node that is sound as far as a quick look tells, which never goes too deep; infinite when a closer
 * one has to tell what is wrong with it and where.
 */
function soundLength(value: unknown, depth: number): number {
  if (!isNode(value) || depth > MAX_NODE_DEPTH) return Infinity;
  const { text, attrs, marks, content }: Unchecked = value;
  let length = text === undefined ? 1 : typeof text === 'string' ? text.length : Infinity;
  if (attrs !== undefined) length += isRecord(attrs) ? soundJsonLength(attrs, 0) : Infinity;
  if (marks !== undefined) {
    if (!Array.isArray(marks) || marks.length > MAX_MARKS) return Infinity;
    for (const mark of marks as readonly unknown[]) length += soundMarkLength(mark);
  }
  if (content === undefined) return length;
  if (!Array.isArray(content)) return Infinity;
  for (const child of content as readonly unknown[]) length += soundLength(child, depth + 1);
  return length;
}

function soundMarkLength(mark: unknown): number {
  if (!isNode(mark)) return Infinity;
  const { attrs }: Unchecked = mark;
  if (attrs === undefined) return 1;
  return isRecord(attrs) ? soundJsonLength(attrs, 0) : Infinity;
}

/** Whether a value is JSON that attributes may hold; never goes too deep. */
export function isSoundJson(value: unknown): boolean {
  return soundJsonLength(value, 0) < Infinity;
}

function soundJsonLength(value: unknown, depth: number): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return Number.isFinite(value) ? 1 : Infinity;
  if (typeof value !== 'object' || value === null) return 1;
  if (depth > MAX_DEPTH) return Infinity;
  let length = 1;
  for (const child of Object.values(value)) length += soundJsonLength(child, depth + 1);
  return length;
}

function nodeLength(node: TiptapNode, pointer: string): number {
  const { text, attrs, marks }: Unchecked = node;
  if (text !== undefined && typeof text !== 'string') {
    throw new ConversionInvalidError(`${pointer}/text`, 'text is not a string');
  }
  let length = (text?.length ?? 1) + attributesLength(attrs, `${pointer}/attrs`);
  if (marks === undefined) return length;
  if (!Array.isArray(marks) || !marks.every(isNode))
    throw new ConversionInvalidError(`${pointer}/marks`, 'marks are not a list of marks');
  if (marks.length > MAX_MARKS) throw new ConversionTooComplexError(`a text with ${marks.length} marks`);
  marks.forEach((mark: Unchecked, index) => {
    length += 1 + attributesLength(mark.attrs, `${pointer}/marks/${index}/attrs`);
  });
  return length;
}

function attributesLength(attrs: unknown, pointer: string): number {
  if (attrs === undefined) return 0;
  if (!isRecord(attrs)) throw new ConversionInvalidError(pointer, 'attributes are not an object');
  return jsonLength(attrs, pointer);
}

/** Attributes may hold any JSON, but not one that nests without end. */
function jsonLength(top: object, pointer: string): number {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: top, depth: 0 }];
  let length = 0;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, depth } = entry;
    if (depth > MAX_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    length += typeof value === 'string' ? value.length : 1;
    if (typeof value === 'object' && value !== null) {
      for (const child of Object.values(value)) stack.push({ value: child, depth: depth + 1 });
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new ConversionInvalidError(pointer, 'a number that JSON cannot hold');
    }
  }
  return length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
