import { furtherAttributes } from '../attributes.js';
import { syntax, type Piece } from '../print/Piece.js';
import { BACKTICK } from '../parse/codes.js';
import { startOf } from '../read/span.js';
import type { TiptapMark } from '../tiptap.js';
import { marked, paragraph, textNode } from '../nodes/inlineNode.js';
import type { InlineRule } from '../nodes/rule.js';

const NONE: ReadonlySet<string> = new Set();

/** Inline code, between as many backticks as its content needs. */
export const codeRule: InlineRule = {
  types: ['code'],
  printMark: (mark, inner, printer) => {
    const text = plainText(inner);
    if (text === undefined || Object.keys(furtherAttributes(mark, NONE)).length > 0) return undefined;
    if (/\n[ \t]*(?:\n|$)|^\s*\n/.test(text) || (printer.where !== 'paragraph' && text.includes('\n')))
      return undefined;
    return [syntax(writeCode(text, printer.written(mark)['ticks']))];
  },
  reads: ['inlineCode'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'inlineCode') return undefined;
    if (node.value === '') return { nodes: [], count: 1 };
    const ticks = ticksAt(reader.text, startOf(node));
    const usual = node.value.includes('`') ? ticksAt(writeCode(node.value, undefined), 0) : 1;
    const mark: TiptapMark =
      ticks === usual ? { type: 'code' } : { type: 'code', attrs: { markup: { ticks } } };
    return { nodes: [textNode(node.value, [...marks, mark])], count: 1 };
  },
  examples: [
    { name: 'code', markdown: '`a*b*`', tiptap: [paragraph(marked('a*b*', 'code'))] },
    { name: 'backtick in code', markdown: '``b`c``', tiptap: [paragraph(marked('b`c', 'code'))] },
    { name: 'spaces in code', markdown: '`  a  `', tiptap: [paragraph(marked(' a ', 'code'))] },
    { name: 'bold code', markdown: '**`a`**', tiptap: [paragraph(marked('a', 'bold', 'code'))] },
  ],
};

/** How many backticks stand at an offset. */
function ticksAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === BACKTICK) end += 1;
  return end - at;
}

function plainText(pieces: readonly Piece[]): string | undefined {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind !== 'text') return undefined;
    text += piece.text;
  }
  return text;
}

/** Pads with a space where the reader would strip one, or where a backtick stands at the edge. */
function writeCode(text: string, wanted: unknown): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let ticks = typeof wanted === 'number' && wanted > 0 && wanted < 20 ? wanted : 1;
  while (runs.has(ticks)) ticks += 1;
  const fence = '`'.repeat(ticks);
  const stripped = /^[ \n].*[ \n]$/s.test(text) && /[^ \n]/.test(text);
  const pad = stripped || text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
