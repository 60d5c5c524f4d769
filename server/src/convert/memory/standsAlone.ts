import type { TiptapNode } from '../tiptap.js';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);
/** What a list holds lists and other blocks in. */
const NESTING: ReadonlySet<string> = new Set([...LISTS, 'listItem', 'taskItem']);
/**
 * Blocks that end where their text does: what a list or a quote opens, it closes. HTML, raw source and sections may look
 * for their end in blocks below.
 */
const CLOSED: ReadonlySet<string> = new Set([
  ...LISTS,
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'table',
]);
const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\n]|$)/;
const CLOSED_FENCE = /^(`{3,}|~{3,})[^\n]*\n(?:[^]*\n)?\1[`~]*$/;

/**
 * Whether a block's text is read as that block wherever it stands between blank lines: it closes whatever it opens, and
 * nothing in it depends on what other blocks define.
 */
export function standsAlone(node: TiptapNode, text: string, labelsDefined: boolean): boolean {
  if (!CLOSED.has(node.type) || text === '' || /^[ \t]/.test(text)) return false;
  if (node.type === 'codeBlock') return CLOSED_FENCE.test(text);
  if (LISTS.has(node.type) && !endsClosed(node, text)) return false;
  return !labelsDefined || !mayRefer(text);
}

/** Blank lines below a list belong to code or HTML in its last item that nothing has closed. */
function endsClosed(list: TiptapNode, text: string): boolean {
  let last: TiptapNode | undefined = list;
  while (last !== undefined && NESTING.has(last.type)) last = last.content?.at(-1);
  if (last?.type === 'codeBlock') return /(?:`{3}|~{3})$/.test(text);
  return last !== undefined && CLOSED.has(last.type);
}

/** Whether a block that stands alone is read as such behind another one. */
export function partsFrom(before: TiptapNode | undefined, text: string, gap: string): boolean {
  if (before === undefined) return gap === '';
  return /^\n\n+$/.test(gap) && !(LISTS.has(before.type) && MARKER.test(text));
}

/** Whether brackets in a text may name a definition. */
export function mayRefer(text: string): boolean {
  for (let at = text.indexOf(']'); at !== -1; at = text.indexOf(']', at + 1)) {
    if (text.charAt(at + 1) !== '(') return true;
  }
  return false;
}
