import type { TiptapDocument, TiptapNode } from '../../../../server/src/convert/tiptap.js';

/** Paragraphs of one line of plain words between blank lines: an edit in one changes no other block. */
const PLAIN_PARAGRAPH = /(?<=\n\n)[A-Z][A-Za-z ,]{3,}[^\n]{20,}(?=\n\n)/g;

/** The word that edit number `index` puts into a paragraph. */
export function editedWord(index: number): string {
  return `edit${index}ed`;
}

/** A copy of the document in which one top-level paragraph has a word more; `index` chooses it. Throws Error where there is none. */
export function editDocument(document: TiptapDocument, index: number): TiptapDocument {
  const copy = structuredClone(document);
  const content = copy.content ?? [];
  const chosen = choose(
    content.flatMap((node, at) => (isPlainParagraph(node) ? [at] : [])),
    index,
  );
  return { ...copy, content: content.map((node, at) => (at === chosen ? edited(node, index) : node)) };
}

/** The text with a word more in one paragraph; `index` chooses it. Throws Error where there is none. */
export function editMarkdown(markdown: string, index: number): string {
  const { index: start, 0: line } = choose([...markdown.matchAll(PLAIN_PARAGRAPH)], index);
  const at = start + line.indexOf(' ');
  const text = `${markdown.slice(0, at)} ${editedWord(index)}${markdown.slice(at)}`;
  // One flat string, as it is read from a file: not a chain of slices that is joined at the first look.
  return Buffer.from(text).toString();
}

/** Where a letter can be typed into a word of a plain paragraph; `index` chooses the paragraph. Throws Error where there is none. */
export function wordOffset(markdown: string, index: number): number {
  return choose([...markdown.matchAll(PLAIN_PARAGRAPH)], index).index + 1;
}

/** Steps through the items so that neighbours in time are far apart in the document. */
function choose<T>(items: readonly T[], index: number): T {
  const item = items[Math.floor(((index + 1) * 0.618 * items.length) % items.length)];
  if (item === undefined) throw new Error('There is no plain paragraph to edit.');
  return item;
}

function isPlainParagraph({ type, content }: TiptapNode): boolean {
  const [first] = content ?? [];
  return type === 'paragraph' && first?.marks === undefined && /^[A-Z][A-Za-z]* \w/.test(first?.text ?? '');
}

function edited(node: TiptapNode, index: number): TiptapNode {
  const [first, ...rest] = node.content ?? [];
  if (first?.text === undefined) return node;
  return {
    ...node,
    content: [{ ...first, text: first.text.replace(' ', ` ${editedWord(index)} `) }, ...rest],
  };
}
