import type { ConversionBase } from '../conversion.js';
import type { Json, TiptapMark, TiptapNode } from '../tiptap.js';

/** About the length of what is converted: of a Markdown text or a document, and of both forms of its base. */
export function inputSize(input: string | TiptapNode, base?: ConversionBase): number {
  const own = typeof input === 'string' ? input.length : nodeSize(input);
  return base === undefined ? own : own + base.markdown.length + nodeSize(base.tiptap);
}

/** What a node or a mark costs besides its text. */
const FRAME = 16;

function nodeSize(top: TiptapNode): number {
  let size = 0;
  const stack: (TiptapNode | TiptapMark)[] = [top];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { text, attrs, content, marks }: Partial<TiptapNode> = node;
    size += FRAME + (text?.length ?? 0) + (attrs === undefined ? 0 : jsonSize(attrs));
    if (marks !== undefined) for (const mark of marks) stack.push(mark);
    if (content !== undefined) for (const child of content) stack.push(child);
  }
  return size;
}

function jsonSize(top: Json): number {
  let size = 0;
  const stack: Json[] = [top];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    size += typeof value === 'string' ? value.length : 1;
    if (typeof value === 'object' && value !== null)
      for (const child of Object.values(value)) stack.push(child);
  }
  return size;
}
