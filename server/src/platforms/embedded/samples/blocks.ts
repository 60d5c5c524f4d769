import type { Json, TiptapNode } from '../../../convert/tiptap.js';
import type { Inline } from './inline.js';
import { inline, isInline, isNode } from './inline.js';

type Attributes = Readonly<Record<string, Json>>;
type Alignment = 'left' | 'center' | 'right' | 'justify';

function node(type: string, content: readonly TiptapNode[], attrs?: Attributes): TiptapNode {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

/** Blocks, where running text between blocks becomes paragraphs. Nothing at all becomes an empty paragraph. */
export function blocks(parts: readonly Inline[]): readonly TiptapNode[] {
  const result: TiptapNode[] = [];
  let words: Inline[] = [];
  const endParagraph = () => {
    if (words.length > 0) result.push(p(...words));
    words = [];
  };
  for (const part of parts) {
    if (isNode(part) && !isInline(part)) {
      endParagraph();
      result.push(part);
    } else {
      words.push(part);
    }
  }
  endParagraph();
  return result.length > 0 ? result : [p()];
}

export function p(...parts: readonly Inline[]): TiptapNode {
  return node('paragraph', inline(parts));
}

function heading(level: number): (...parts: readonly Inline[]) => TiptapNode {
  return (...parts) => node('heading', inline(parts), { level });
}

export const h1 = heading(1);
export const h2 = heading(2);
export const h3 = heading(3);
export const h4 = heading(4);
export const h5 = heading(5);
export const h6 = heading(6);

/** The same paragraph or heading, aligned. */
export function aligned(textAlign: Alignment, block: TiptapNode): TiptapNode {
  return { ...block, attrs: { ...block.attrs, textAlign } };
}

/** Gives top-level headings and paragraphs the ids that an editor with block ids would have given them. */
export function withIds(prefix: string, content: readonly TiptapNode[]): readonly TiptapNode[] {
  return content.map((block, index) =>
    block.type === 'heading' || block.type === 'paragraph'
      ? { ...block, attrs: { ...block.attrs, id: `${prefix}-${String(index + 1).padStart(2, '0')}` } }
      : block,
  );
}

/** A list item of several blocks; items of one line may be given to the list as plain text. */
export function li(...parts: readonly Inline[]): TiptapNode {
  return node('listItem', blocks(parts));
}

function items(parts: readonly Inline[]): readonly TiptapNode[] {
  return parts.map((part) => (isNode(part) && part.type === 'listItem' ? part : li(part)));
}

export function ul(...parts: readonly Inline[]): TiptapNode {
  return node('bulletList', items(parts));
}

export function ol(...parts: readonly Inline[]): TiptapNode {
  return node('orderedList', items(parts), { start: 1 });
}

export function olFrom(start: number, ...parts: readonly Inline[]): TiptapNode {
  return node('orderedList', items(parts), { start });
}

/** An ordered list that counts a, b, c. */
export function olLetters(...parts: readonly Inline[]): TiptapNode {
  return node('orderedList', items(parts), { start: 1, type: 'a' });
}

export function done(...parts: readonly Inline[]): TiptapNode {
  return node('taskItem', blocks(parts), { checked: true });
}

export function todo(...parts: readonly Inline[]): TiptapNode {
  return node('taskItem', blocks(parts), { checked: false });
}

export function tasks(...taskItems: readonly TiptapNode[]): TiptapNode {
  return node('taskList', taskItems);
}

export function quote(...parts: readonly Inline[]): TiptapNode {
  return node('blockquote', blocks(parts));
}

export const hr: TiptapNode = { type: 'horizontalRule' };

/** @param language Name after the fence, or null for none. */
export function codeBlock(language: string | null, ...lines: readonly string[]): TiptapNode {
  return node('codeBlock', inline([lines.join('\n')]), { language });
}

/** @param key Key of a sample image. */
export function image(key: string, alt: string, attrs: Attributes = {}): TiptapNode {
  return { type: 'image', attrs: { src: `image:${key}`, alt, ...attrs } };
}

export function details(summary: Inline, ...parts: readonly Inline[]): TiptapNode {
  return node('details', [node('detailsSummary', inline([summary])), node('detailsContent', blocks(parts))]);
}

export function mathBlock(latex: string): TiptapNode {
  return { type: 'blockMath', attrs: { latex } };
}

export function callout(
  type: 'info' | 'note' | 'success' | 'warning' | 'danger',
  ...parts: readonly Inline[]
): TiptapNode {
  return node('callout', blocks(parts), { type });
}

export function column(...parts: readonly Inline[]): TiptapNode {
  return node('column', blocks(parts));
}

export function columns(...content: readonly TiptapNode[]): TiptapNode {
  return node('columns', content, { layout: content.length === 3 ? 'three_equal' : 'two_equal' });
}

/** A block without content of its own, such as a film or an embedded page. */
export function media(type: 'youtube' | 'twitch' | 'audio' | 'embed' | 'pdf', attrs: Attributes): TiptapNode {
  return { type, attrs };
}

/** A recorded click-through of the platform; no Markdown has a form for it. */
export function recording(sessionId: string): TiptapNode {
  return { type: 'process-recording-node', attrs: { sessionId } };
}

export const pageBreak: TiptapNode = { type: 'pageBreak' };
