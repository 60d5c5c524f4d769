import type { Link, LinkReference, Nodes } from 'mdast';
import { furtherAttributes, textAttribute, withAttributes, withMarkup } from '../attributes.js';
import { isSafeKey } from '../carrier/safeKey.js';
import { readCarrier } from '../carrier/comment.js';
import { writeComment } from '../carrier/flavouredComment.js';
import { referredDefinition, writtenLabel } from '../labels.js';
import { normalizeLabel } from '../parse/inline/label.js';
import { syntax, type Piece } from '../print/Piece.js';
import type { InlinePrinter } from '../print/Printer.js';
import type { Reader } from '../read/Reader.js';
import { startOf } from '../read/span.js';
import type { Json, TiptapMark, TiptapNode } from '../tiptap.js';
import { carryInline } from '../nodes/rawInline.js';
import { marked, paragraph } from '../nodes/inlineNode.js';
import type { InlineRule, TakenInlines } from '../nodes/rule.js';
import { writeDestination, writeTitle } from './destination.js';

const KNOWN: ReadonlySet<string> = new Set(['href', 'title']);

/** The `refType` of an address that stands as it is; one in angle brackets has none. */
const BARE = 'bare';

/** Links: inline, by reference, and addresses that link themselves. */
export const linkRule: InlineRule = {
  types: ['link'],
  printMark: (mark, inner, printer) => {
    const href = textAttribute(mark, 'href');
    if (href === undefined || inner.length === 0) return undefined;
    const further = furtherAttributes(mark, KNOWN);
    if (!Object.keys(further).every(isSafeKey)) return undefined;
    const carried =
      Object.keys(further).length === 0 ? [] : [syntax(writeComment({ link: further }, printer.syntax))];
    return [...writeLink(mark, href, inner, printer), ...carried];
  },
  reads: ['link', 'linkReference'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node?.type !== 'link' && node?.type !== 'linkReference') return undefined;
    const mark = node.type === 'link' ? inlineLink(node, reader) : referenceLink(node, reader);
    const linked = marks.some((other) => other.type === 'link');
    if (mark === undefined || linked || node.children.length === 0) return carry(node, reader, marks);
    const carried = carriedLink(nodes[at + 1]);
    const whole = carried === undefined ? mark : { ...mark, attrs: { ...mark.attrs, ...carried } };
    const content = reader.inlines(node.children, [...marks, whole]);
    if (content.length === 0) return carry(node, reader, marks);
    return { nodes: content, count: carried === undefined ? 1 : 2 };
  },
  examples: [
    {
      name: 'link with a title',
      markdown: '[x](https://e.com "T \\"q\\"")',
      tiptap: [paragraph(marked('x', { type: 'link', attrs: { href: 'https://e.com', title: 'T "q"' } }))],
    },
    {
      name: 'link to an address with a space',
      markdown: '[x](<a b.md>)',
      tiptap: [paragraph(marked('x', { type: 'link', attrs: { href: 'a b.md' } }))],
    },
    {
      name: 'address that links itself',
      markdown: '<https://e.com/x_y>',
      tiptap: [
        paragraph(marked('https://e.com/x_y', { type: 'link', attrs: { href: 'https://e.com/x_y' } })),
      ],
    },
    {
      name: 'target',
      markdown: '[x](y)<!-- docbridge:{"link":{"target":null}} -->',
      tiptap: [paragraph(marked('x', { type: 'link', attrs: { href: 'y', target: null } }))],
    },
    {
      name: 'reference',
      markdown: '[text][a]\n\n[a]: https://e.com',
      tiptap: [
        paragraph(
          marked('text', { type: 'link', attrs: { href: 'https://e.com', ref: 'a', refType: 'full' } }),
        ),
        {
          type: 'rawBlock',
          attrs: {
            kind: 'definition',
            source: '[a]: https://e.com',
            data: { label: 'a', url: 'https://e.com' },
          },
        },
      ],
    },
  ],
};

function writeLink(
  mark: TiptapMark,
  href: string,
  inner: readonly Piece[],
  printer: InlinePrinter,
): readonly Piece[] {
  const title = textAttribute(mark, 'title');
  const text = plainText(inner);
  const form = printer.written(mark)['form'];
  const own = text === href || `http://${text ?? ''}` === href || `mailto:${text ?? ''}` === href;
  if (
    text !== undefined &&
    own &&
    (title ?? '') === '' &&
    form !== 'full' &&
    isAutolink(text, href, printer)
  ) {
    const full = (): string =>
      `[${printer.assemble([{ kind: 'text', text, inLink: true }])}](${writeDestination(href)})`;
    return [{ kind: 'autolink', text, href, form: isBare(mark) ? 'bare' : undefined, full }];
  }
  const label = inner.map((piece): Piece => (piece.kind === 'text' ? { ...piece, inLink: true } : piece));
  const ref = textAttribute(mark, 'ref');
  if (
    ref !== undefined &&
    referredDefinition({ label: ref, url: href, title }, printer.definitions) !== undefined
  ) {
    const refType = textAttribute(mark, 'refType');
    const short = refType !== 'full' && isLabel(label, ref, printer);
    const tail = short ? (refType === 'collapsed' ? '[]' : '') : `[${ref}]`;
    return [syntax('['), ...label, syntax(`]${tail}`)];
  }
  return [syntax('['), ...label, syntax(`](${writeDestination(href)}${writeTitle(title)})`)];
}

/** Whether a reader gives this address to this text. */
function isAutolink(text: string, href: string, printer: InlinePrinter): boolean {
  if (printer.mode === 'careful') return false;
  if (text === href) return /^[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*$/.test(text);
  return href.startsWith('http:') ? /^www\./i.test(text) : /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text);
}

/** Whether a link is an address that the source had without angle brackets. */
export function isBare(mark: TiptapMark): boolean {
  return mark.attrs?.['refType'] === BARE;
}

/** Whether text that is its own label will be written as the label is. */
function isLabel(text: readonly Piece[], label: string, printer: InlinePrinter): boolean {
  if (text.some((piece) => piece.kind === 'text' && /[*_~`$\\[\]]/.test(piece.text))) return false;
  return normalizeLabel(printer.assemble(text)) === normalizeLabel(label);
}

function inlineLink(node: Link, reader: Reader): TiptapMark {
  const title = node.title ?? undefined;
  const mark = withAttributes<TiptapMark>({ type: 'link' }, { href: node.url, title });
  const [only] = node.children;
  if (only?.type !== 'text' || node.children.length !== 1) return mark;
  const first = reader.text.charAt(startOf(node));
  if (first === '[') return only.value === node.url ? withMarkup(mark, { form: 'full' }) : mark;
  return first === '<' ? mark : withAttributes(mark, { refType: BARE });
}

function referenceLink(node: LinkReference, reader: Reader): TiptapMark | undefined {
  const label = writtenLabel(reader.source(node)) ?? node.identifier;
  const definition = reader.definitions.get(normalizeLabel(label));
  if (definition === undefined) return undefined;
  const { url, title } = definition;
  return withAttributes<TiptapMark>(
    { type: 'link' },
    { href: url, title, ref: label, refType: node.referenceType },
  );
}

function carriedLink(next: Nodes | undefined): Readonly<Record<string, Json>> | undefined {
  const carried = next?.type === 'html' ? readCarrier(next.value)?.['link'] : undefined;
  if (typeof carried !== 'object' || carried === null || Array.isArray(carried)) return undefined;
  const entries = Object.entries(carried as Readonly<Record<string, Json>>);
  return entries.every(([name]) => isSafeKey(name) && !KNOWN.has(name))
    ? Object.fromEntries(entries)
    : undefined;
}

function carry(node: Nodes, reader: Reader, marks: readonly TiptapMark[]): TakenInlines {
  const carried: readonly TiptapNode[] = [carryInline(node, node, reader, marks)];
  return { nodes: carried, count: 1 };
}

function plainText(pieces: readonly Piece[]): string | undefined {
  return pieces.every((piece) => piece.kind === 'text')
    ? pieces.map((piece) => piece.text).join('')
    : undefined;
}
