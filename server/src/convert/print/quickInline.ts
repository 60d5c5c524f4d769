import type { TiptapMark, TiptapNode } from '../tiptap.js';
import type { Where } from './Printer.js';
import type { Style } from './style.js';

/**
 * Letters, digits and punctuation that mean nothing to Markdown inside a line; a line that follows begins with a
 * letter, a colon is followed by a space, an underscore stands inside a word.
 */
const PROSE =
  /^(?:[A-Za-z\d,.;'"()/?%!=>+\u00c0-\u024f\u0370-\u0515\u2013\u2014\u2018-\u201d\u2026\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3-]| (?!\n)|(?<! )\n(?=[A-Za-z])|:(?=[ \n]|$)|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))+$/;
const LETTER = /^[A-Za-z\u00c0-\u024f]/;
const WORDS = /^[A-Za-z\d].*[A-Za-z\d]$|^[A-Za-z\d]$/s;
const PLAIN_ADDRESS = /^[A-Za-z\d/.#][A-Za-z\d/.#:_?=%~+-]*$/;
/** What may stand right before and right after emphasised words, so that their delimiters open and close. */
const BEFORE = /(?:^|[\s("'/-])$/;
const AFTER = /^(?:[\s,.;:!?)"'/-]|$)/;

/**
 * Writes inline content that is prose with a code span, a link or an emphasised run here and there, which needs no look
 * at every character; undefined for all other content.
 */
export function quickInline(nodes: readonly TiptapNode[], where: Where, style: Style): string | undefined {
  let out = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    const { text } = node ?? {};
    if (node === undefined || text === undefined || text === '') return undefined;
    const written = writeNode(node, text, out, nodes[at + 1], style);
    if (written === undefined) return undefined;
    out += written;
  }
  return isWhole(out, nodes, where) ? out : undefined;
}

/** Whether the edges are fit for a line of its own. */
function isWhole(out: string, nodes: readonly TiptapNode[], where: Where): boolean {
  if (where !== 'paragraph' && out.includes('\n')) return false;
  const first = nodes[0]?.text ?? '';
  if (!LETTER.test(first) || (nodes.length > 1 && out.startsWith('[') && /^[xX ]$/.test(first))) return false;
  return !out.endsWith(' ') && !out.includes('www.');
}

function writeNode(
  { marks, text: value }: TiptapNode,
  text: string,
  before: string,
  next: TiptapNode | undefined,
  style: Style,
): string | undefined {
  if (marks === undefined || marks.length === 0) {
    return PROSE.test(text) && !(next !== undefined && text.endsWith('!')) ? value : undefined;
  }
  const [mark] = marks;
  if (marks.length > 1 || mark === undefined) return undefined;
  if (mark.type === 'code') return writeCode(mark, text, before);
  if (!PROSE.test(text)) return undefined;
  if (mark.type === 'link') return writeLink(mark, text);
  return writeEmphasis(mark, text, before, next, style);
}

function writeCode(mark: TiptapMark, text: string, before: string): string | undefined {
  const plain = mark.attrs === undefined && !/[`\n\r\\]|^ | $/.test(text) && !before.endsWith('`');
  return plain ? `\`${text}\`` : undefined;
}

function writeLink({ attrs }: TiptapMark, text: string): string | undefined {
  if (attrs === undefined || text.endsWith('!')) return undefined;
  let href: string | undefined;
  for (const name of Object.keys(attrs)) {
    const value = attrs[name];
    if (name !== 'href' || typeof value !== 'string') return undefined;
    href = value;
  }
  if (href === undefined || href === text || !PLAIN_ADDRESS.test(href) || /[@]|^ | $|\n/.test(text))
    return undefined;
  return `[${text}](${href})`;
}

function writeEmphasis(
  mark: TiptapMark,
  text: string,
  before: string,
  next: TiptapNode | undefined,
  style: Style,
): string | undefined {
  if (mark.attrs !== undefined || !WORDS.test(text)) return undefined;
  const delimiter = mark.type === 'bold' ? style.strong : mark.type === 'italic' ? style.emphasis : undefined;
  const after = next?.marks === undefined || next.marks.length === 0 ? (next?.text ?? '') : 'x';
  if (delimiter === undefined || !BEFORE.test(before) || !AFTER.test(after)) return undefined;
  return `${delimiter}${text}${delimiter}`;
}
