import {
  ConversionInvalidError,
  ConversionTooDeepError,
  ConversionTooLargeError,
} from '../errors/conversionErrors.js';
import type { TiptapDocument, TiptapNode } from './tiptap.js';

/** Longest document that is converted, in UTF-16 code units (ondoki refuses documents over 10 MB). */
export const MAX_LENGTH = 10_000_000;

/** Deepest nesting of quotes, lists and nodes that is converted (the depth ProseMirror stands). */
export const MAX_DEPTH = 100;

/** Throws ConversionTooLargeError when the text is longer than MAX_LENGTH. */
export function assertLength(text: string): void {
  if (text.length > MAX_LENGTH) throw new ConversionTooLargeError(text.length, MAX_LENGTH);
}

/**
 * Checks that a value has the shape of a TipTap document, that it nests at most MAX_DEPTH levels and that its text is
 * at most MAX_LENGTH long. Walks with a stack of its own, so no input overflows the call stack.
 * Throws ConversionInvalidError, ConversionTooDeepError or ConversionTooLargeError.
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
    // A doc, and the two levels of a list item, count once: Markdown indents once for them.
    if (depth > MAX_DEPTH * 2) throw new ConversionTooDeepError(MAX_DEPTH);
    length += nodeLength(value, pointer);
    if (length > MAX_LENGTH) throw new ConversionTooLargeError(length, MAX_LENGTH);
    const content = isRecord(value) ? value['content'] : undefined;
    if (content === undefined || content === null) continue;
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

/**
 * The length of a node that is sound as far as a quick look tells, which never goes too deep; infinite when a closer
 * one has to tell what is wrong with it and where.
 */
function soundLength(value: unknown, depth: number): number {
  if (!isNode(value) || depth > MAX_DEPTH * 2) return Infinity;
  const { text, attrs, marks, content }: { readonly [key in keyof TiptapNode]: unknown } = value;
  if (text !== undefined && typeof text !== 'string') return Infinity;
  if (!isSoundJson(attrs, 0) || !isSoundJson(marks, 0)) return Infinity;
  if (marks !== undefined && (!Array.isArray(marks) || !marks.every(isNode))) return Infinity;
  let length = text?.length ?? 1;
  if (content === undefined) return length;
  if (!Array.isArray(content)) return Infinity;
  for (const child of content as readonly unknown[]) length += soundLength(child, depth + 1);
  return length;
}

function isSoundJson(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  for (const child of Object.values(value)) if (!isSoundJson(child, depth + 1)) return false;
  return true;
}

/** Whether a value has the shape of one TipTap node (its content is not looked at). */
export function isNode(value: unknown): value is TiptapNode {
  return isRecord(value) && typeof value['type'] === 'string';
}

function nodeLength(value: unknown, pointer: string): number {
  if (!isNode(value)) throw new ConversionInvalidError(pointer, 'a node without a type');
  const { text, attrs, marks }: { text?: unknown; attrs?: unknown; marks?: unknown } = value;
  if (text !== undefined && typeof text !== 'string') {
    throw new ConversionInvalidError(`${pointer}/text`, 'text is not a string');
  }
  if (attrs !== undefined && attrs !== null) assertJson(attrs, `${pointer}/attrs`);
  if (marks !== undefined && marks !== null) {
    if (!Array.isArray(marks) || !marks.every(isNode)) {
      throw new ConversionInvalidError(`${pointer}/marks`, 'marks are not a list of marks');
    }
    assertJson(marks, `${pointer}/marks`);
  }
  return text?.length ?? 1;
}

/** Attributes may hold any JSON, but not one that nests without end. */
function assertJson(value: object, pointer: string): void {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if (entry.depth > MAX_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    if (typeof entry.value === 'object' && entry.value !== null) {
      for (const child of Object.values(entry.value)) stack.push({ value: child, depth: entry.depth + 1 });
    } else if (typeof entry.value === 'number' && !Number.isFinite(entry.value)) {
      throw new ConversionInvalidError(pointer, 'a number that JSON cannot hold');
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws ConversionTooDeepError when a syntax tree nests too deep to be walked by recursion. */
export function assertTreeDepth(root: { readonly children?: readonly object[] }): void {
  const stack: { readonly node: { readonly children?: unknown }; readonly depth: number }[] = [
    { node: root, depth: 0 },
  ];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if (entry.depth > MAX_DEPTH * 3) throw new ConversionTooDeepError(MAX_DEPTH);
    const { children } = entry.node;
    if (!Array.isArray(children)) continue;
    for (const child of children) if (isRecord(child)) stack.push({ node: child, depth: entry.depth + 1 });
  }
}
