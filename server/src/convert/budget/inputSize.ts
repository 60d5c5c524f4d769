import type { ConversionBase } from '../conversion.js';
import type { Json, TiptapNode } from '../tiptap.js';

/**
 * About the length of what is converted, in characters: of a Markdown text or a document, and of both forms of its base.
 * What is no document has a size, too.
 */
export function inputSize(input: string | TiptapNode, base?: ConversionBase): number {
  const own = typeof input === 'string' ? input.length : jsonSize(input);
  return base === undefined ? own : own + base.markdown.length + jsonSize(base.tiptap);
}

/** What a value costs besides the characters of a text. */
const FRAME = 4;

function jsonSize(top: Json | TiptapNode): number {
  let size = 0;
  const stack: unknown[] = [top];
  while (stack.length > 0) {
    const value = stack.pop();
    size += typeof value === 'string' ? value.length : FRAME;
    if (typeof value === 'object' && value !== null)
      for (const child of Object.values(value)) stack.push(child);
  }
  return size;
}
