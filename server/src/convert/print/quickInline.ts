import { textAttribute } from '../attributes.js';
import { referredDefinition } from '../labels.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import type { InlinePrinter } from './Printer.js';

/**
 * Letters, digits and punctuation that mean nothing to Markdown inside a line; a line that follows begins with a
 * letter, a colon is followed by a space, an underscore stands inside a word.
 */
const PROSE =
  /^(?:[A-Za-z\d,.;'"()/?%!=>+\u00c0-\u024f\u0370-\u0515\u2013\u2014\u2018-\u201d\u2026\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3-]| (?!\n)|(?<! )\n(?=[A-Za-z("']|$)|:(?=[ \n]|$)|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))+$/;
const LETTER = /^[A-Za-z\u00c0-\u024f]/;
const WORDS = /^[A-Za-z\d](?:.*[A-Za-z\d])?$/s;
const PLAIN_ADDRESS = /^[A-Za-z\d/.#][A-Za-z\d/.#:_?=%~+-]*$/;
/** What may stand right before and right after emphasised words, so that their delimiters open and close. */
const BEFORE = /(?:^|[\s("'/-])$/;
const AFTER = /^(?:[\s,.;:!?)"'/-]|$)/;

/**
 * Writes inline content that is prose with a code span, a link or an emphasised run here and there, which needs no look
 * at every character; undefined for all other content.
 */
export function quickInline(nodes: readonly TiptapNode[], printer: InlinePrinter): string | undefined {
  let out = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.text === undefined || node.text === '') return undefined;
    const written = writeNode(node, node.text, { before: out, next: nodes[at + 1] }, printer);
    if (written === undefined) return undefined;
    out += written;
  }
  return isWhole(out, nodes, printer) ? out : undefined;
}

/** What stands beside a node. */
interface Beside {
  readonly before: string;
  readonly next: TiptapNode | undefined;
}

/** Whether the edges are fit for a line of its own. */
function isWhole(out: string, nodes: readonly TiptapNode[], { where }: InlinePrinter): boolean {
  if (where !== 'paragraph' && out.includes('\n')) return false;
  if (!LETTER.test(nodes[0]?.text ?? '')) return false;
  return !/\s$/.test(out) && !out.includes('www.');
}

function writeNode(
  { marks }: TiptapNode,
  text: string,
  beside: Beside,
  printer: InlinePrinter,
): string | undefined {
  const [mark, second] = marks ?? [];
  if (mark === undefined) return writeText(text, beside);
  if (mark.type === 'link' && marks !== undefined && marks.length <= 2) {
    const inner = second?.type === 'code' ? writeCode(second, text) : second === undefined ? text : undefined;
    return inner === undefined || (second === undefined && !PROSE.test(text))
      ? undefined
      : writeLink(mark, text, inner, beside, printer);
  }
  if (second !== undefined) return undefined;
  if (mark.type === 'code') return beside.before.endsWith('`') ? undefined : writeCode(mark, text);
  return PROSE.test(text) ? writeEmphasis(mark, text, beside, printer) : undefined;
}

function writeText(text: string, { next }: Beside): string | undefined {
  return PROSE.test(text) && !(next !== undefined && text.endsWith('!')) ? text : undefined;
}

function writeCode(mark: TiptapMark, text: string): string | undefined {
  return mark.attrs === undefined && !/[`\n\r]|^ | $/.test(text) ? `\`${text}\`` : undefined;
}

function writeLink(
  mark: TiptapMark,
  text: string,
  inner: string,
  { before, next }: Beside,
  { definitions }: InlinePrinter,
): string | undefined {
  const { attrs = {} } = mark;
  const { href } = attrs;
  if (typeof href !== 'string' || href === text || !PLAIN_ADDRESS.test(href)) return undefined;
  if (/^ | $|\n|!$/.test(text) || before.endsWith(']') || next?.marks?.[0]?.type === 'link') return undefined;
  let referred = false;
  for (const name of Object.keys(attrs)) {
    if (name === 'ref' || name === 'refType') referred = true;
    else if (name !== 'href') return undefined;
  }
  if (!referred) return before.endsWith(')') && before.includes('](') ? undefined : `[${inner}](${href})`;
  const label = textAttribute(mark, 'ref');
  const known = referredDefinition({ label, url: href, title: undefined }, definitions);
  return known === undefined || attrs['refType'] !== 'full' ? undefined : `[${inner}][${label ?? ''}]`;
}

function writeEmphasis(
  mark: TiptapMark,
  text: string,
  { before, next }: Beside,
  { style, written }: InlinePrinter,
): string | undefined {
  if (!WORDS.test(text) || !BEFORE.test(before)) return undefined;
  if (mark.attrs !== undefined && Object.keys(mark.attrs).some((name) => name !== 'markup')) return undefined;
  const after = next?.marks === undefined || next.marks.length === 0 ? (next?.text ?? '') : 'x';
  if (!AFTER.test(after)) return undefined;
  const own = mark.attrs === undefined ? undefined : written(mark)['delimiter'];
  if (mark.type === 'bold') {
    const delimiter = own === '__' || own === '**' ? own : style.strong;
    return `${delimiter}${text}${delimiter}`;
  }
  if (mark.type !== 'italic') return undefined;
  const delimiter = own === '_' || own === '*' ? own : style.emphasis;
  return `${delimiter}${text}${delimiter}`;
}
