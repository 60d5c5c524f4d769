import { isDefault, textAttribute } from '../attributes.js';
import { referredDefinition } from '../labels.js';
import { normalizeLabel } from '../parse/inline/label.js';
import { writeDestination, writeTitle } from '../marks/destination.js';
import {
  BACKTICK,
  BRACKET_CLOSE,
  EXCLAMATION,
  HASH,
  LINE_FEED,
  PAREN_CLOSE,
  SPACE,
  isAlphanumeric,
  isAsciiPunctuation,
} from '../parse/codes.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import type { InlinePrinter } from './Printer.js';
import { NOTHING, fitsText, isWhite, type QuickLine } from './quickText.js';

/**
 * Writes inline content that is prose with a code span, a link, an image or an emphasised run here and there in one go,
 * without a look at how characters far apart act on each other; undefined for all other content.
 */
export function quickInline(
  nodes: readonly TiptapNode[],
  printer: InlinePrinter,
  opensItem: boolean,
): string | undefined {
  const { where, definitions, syntax } = printer;
  const line: QuickLine = {
    out: '',
    last: NOTHING,
    tagged: false,
    tildes: 0,
    dollars: 0,
    foreign: false,
    inParagraph: where === 'paragraph',
    opensItem,
    definitions,
    syntax,
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) return undefined;
    const written = writeNode(node, nodes[at + 1], line, printer);
    if (written === undefined) return undefined;
    if (line.last === NOTHING) line.tagged = written.startsWith('<');
    line.last = written.charCodeAt(written.length - 1);
    line.out += written;
  }
  return isWhole(line, printer) ? line.out : undefined;
}

/** Whether the edges are fit for a line of its own. */
function isWhole({ last, tildes, dollars, foreign }: QuickLine, { where }: InlinePrinter): boolean {
  if (isWhite(last) || (where === 'heading' && last === HASH)) return false;
  return !foreign || tildes + dollars === 0;
}

function writeNode(
  node: TiptapNode,
  next: TiptapNode | undefined,
  line: QuickLine,
  printer: InlinePrinter,
): string | undefined {
  const { text, marks } = node;
  const mark = marks?.[0];
  if (text === undefined || text === '')
    return mark === undefined ? writeAtom(node, next, line, printer) : undefined;
  if (marks === undefined || mark === undefined) return writeText(text, next, line);
  if (marks.length === 1) {
    if (mark.type === 'link') return writeLink(mark, text, undefined, next, line, printer);
    return mark.type === 'code'
      ? writeCode(mark, text, line, printer)
      : writeEmphasis(mark, text, next, line, printer);
  }
  const second = marks[1];
  if (marks.length > 2 || mark.type !== 'link' || second?.type !== 'code') return undefined;
  return writeLink(mark, text, second, next, line, printer);
}

function writeText(text: string, next: TiptapNode | undefined, line: QuickLine): string | undefined {
  if (next === undefined) return fitsText(line, text, true) ? text : undefined;
  // Texts side by side may be syntax together.
  if (isPlain(next) || text.charCodeAt(text.length - 1) === EXCLAMATION) return undefined;
  return fitsText(line, text, false) ? text : undefined;
}

function isPlain({ text, marks }: TiptapNode): boolean {
  return text !== undefined && (marks === undefined || marks.length === 0);
}

function writeCode(
  mark: TiptapMark,
  text: string,
  line: QuickLine,
  { written }: InlinePrinter,
): string | undefined {
  if (mark.attrs !== undefined && (!saysNothing(mark) || written(mark)['ticks'] !== undefined))
    return undefined;
  if (line.last === BACKTICK || /[`\n\r]|^ | $/.test(text)) return undefined;
  notice(line, text);
  return `\`${text}\``;
}

/** Remembers that tildes or dollars stand in what is no text. */
function notice(line: QuickLine, source: string): void {
  if (!line.foreign && (source.includes('$') || source.includes('~'))) line.foreign = true;
}

/** Whether a mark has no attribute that has to be written. */
function saysNothing({ type, attrs = {} }: TiptapMark): boolean {
  for (const name of Object.keys(attrs)) {
    if (name !== 'markup' && !isDefault(type, name, attrs[name] ?? null)) return false;
  }
  return true;
}

function writeLink(
  mark: TiptapMark,
  text: string,
  code: TiptapMark | undefined,
  next: TiptapNode | undefined,
  line: QuickLine,
  printer: InlinePrinter,
): string | undefined {
  const { attrs = {} } = mark;
  const { href } = attrs;
  const { last } = line;
  if (typeof href !== 'string' || href === text || holdsLink(next)) return undefined;
  if (last === BRACKET_CLOSE || last === PAREN_CLOSE) return undefined;
  const inner =
    code !== undefined ? writeCode(code, text, line, printer) : fitsLabel(text, line) ? text : undefined;
  if (inner === undefined) return undefined;
  let referred = false;
  for (const name of Object.keys(attrs)) {
    if (name === 'ref' || name === 'refType') referred = true;
    else if (
      name !== 'href' &&
      name !== 'title' &&
      name !== 'markup' &&
      !isDefault('link', name, attrs[name] ?? null)
    )
      return undefined;
  }
  const title = textAttribute(mark, 'title');
  if (!referred) {
    const target = `${writeDestination(href)}${writeTitle(title)}`;
    notice(line, target);
    return `[${inner}](${target})`;
  }
  const label = textAttribute(mark, 'ref');
  const known = referredDefinition({ label, url: href, title }, printer.definitions);
  if (label === undefined || known === undefined) return undefined;
  notice(line, label);
  const { refType } = attrs;
  if (refType === 'full') return `[${inner}][${label}]`;
  // What follows a short reference may make a link of it.
  if (next?.text !== undefined && /^[[(:]/.test(next.text)) return undefined;
  if (code === undefined && /[*_~$\\]/.test(text)) return undefined;
  if (normalizeLabel(inner) !== normalizeLabel(label)) return `[${inner}][${label}]`;
  return refType === 'collapsed' ? `[${inner}][]` : `[${inner}]`;
}

/** Whether text needs no escapes between brackets. */
function fitsLabel(text: string, line: QuickLine): boolean {
  return !/[\n[\]@]|^[ ^]| $/.test(text) && fitsInside(line, text);
}

/** Whether text that begins no line needs no escapes. */
function fitsInside(line: QuickLine, text: string): boolean {
  const { last } = line;
  line.last = SPACE;
  const fitting = fitsText(line, text, false);
  line.last = last;
  return fitting;
}

function holdsLink(node: TiptapNode | undefined): boolean {
  return node?.marks?.some(({ type }) => type === 'link') === true;
}

/** What may stand right before and right after emphasised words, so that their delimiters open and close. */
const BEFORE = /[\s("'/-]/;
const AFTER = /[\s,.;:!?)"'/-]/;

function writeEmphasis(
  mark: TiptapMark,
  text: string,
  next: TiptapNode | undefined,
  line: QuickLine,
  { style, written }: InlinePrinter,
): string | undefined {
  if (line.last !== NOTHING && !BEFORE.test(String.fromCharCode(line.last))) return undefined;
  if (!isEdge(text.charCodeAt(0)) || !isEdge(text.charCodeAt(text.length - 1))) return undefined;
  if (!mayFollow(next) || !saysNothing(mark)) return undefined;
  const delimiter = delimiterOf(
    mark,
    mark.attrs === undefined ? undefined : written(mark)['delimiter'],
    style,
  );
  if (delimiter === undefined || (mark.type === 'strike' && line.tildes > 0)) return undefined;
  if (!fitsInside(line, text)) return undefined;
  if (mark.type === 'strike') line.foreign = true;
  return `${delimiter}${text}${delimiter}`;
}

/** Characters at the edge of emphasis that do not act on its delimiters. */
function isEdge(code: number): boolean {
  return (
    isAlphanumeric(code) || (isAsciiPunctuation(code) && !'*_~`$\\[]<&@'.includes(String.fromCharCode(code)))
  );
}

function mayFollow(next: TiptapNode | undefined): boolean {
  if (next === undefined) return true;
  const mark = next.marks?.[0];
  if (next.text === undefined || mark?.type === 'code' || mark?.type === 'link') return true;
  return mark === undefined && AFTER.test(next.text.charAt(0));
}

function delimiterOf(mark: TiptapMark, own: unknown, style: InlinePrinter['style']): string | undefined {
  switch (mark.type) {
    case 'bold':
      return own === '__' || own === '**' ? own : style.strong;
    case 'italic':
      return own === '_' || own === '*' ? own : style.emphasis;
    case 'strike':
      return own === '~' ? '~' : '~~';
    default:
      return undefined;
  }
}

function writeAtom(
  node: TiptapNode,
  next: TiptapNode | undefined,
  line: QuickLine,
  printer: InlinePrinter,
): string | undefined {
  switch (node.type) {
    case 'hardBreak':
      return writeBreak(node, next, line, printer);
    case 'image':
      return writeImage(node, line);
    case 'rawInline':
      return writeRaw(node, line);
    default:
      return undefined;
  }
}

/** A break between two texts. */
function writeBreak(
  node: TiptapNode,
  next: TiptapNode | undefined,
  { last, inParagraph, syntax }: QuickLine,
  { style, written }: InlinePrinter,
): string | undefined {
  if (next === undefined || !isPlain(next) || syntax.mdx) return undefined;
  if (isWhite(last)) return undefined;
  const form = node.attrs === undefined ? undefined : written(node)['break'];
  if (form !== undefined && form !== '\\\n' && form !== '  \n') return undefined;
  if (!inParagraph) return isWhite((next.text ?? '').charCodeAt(0)) ? undefined : '<br>';
  return form ?? (style.hardBreak === 'spaces' ? '  \n' : '\\\n');
}

function writeImage(node: TiptapNode, line: QuickLine): string | undefined {
  const { attrs = {} } = node;
  for (const name of Object.keys(attrs)) {
    if (name !== 'src' && name !== 'alt' && name !== 'title' && name !== 'markup') return undefined;
  }
  const alt = textAttribute(node, 'alt') ?? '';
  if (line.last === EXCLAMATION) return undefined;
  if (alt !== '' && !/^[A-Za-z\d](?:[A-Za-z\d ,.;'"()-]*[A-Za-z\d.)])?$/.test(alt)) return undefined;
  const target = `${writeDestination(textAttribute(node, 'src') ?? '')}${writeTitle(textAttribute(node, 'title'))}`;
  notice(line, target);
  return `![${alt}](${target})`;
}

/** Carried tags and references to footnotes. */
function writeRaw(node: TiptapNode, line: QuickLine): string | undefined {
  const source = textAttribute(node, 'source') ?? '';
  if (!/^(?:<[^`]*>|\[\^[^`\n]*\])$/.test(source) || line.last === LINE_FEED) return undefined;
  notice(line, source);
  return source;
}
