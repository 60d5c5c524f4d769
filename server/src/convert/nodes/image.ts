import type { Nodes } from 'mdast';
import { furtherAttributes, textAttribute, withAttributes } from '../attributes.js';
import { readCarrier } from '../carrier/comment.js';
import { writeComment } from '../carrier/flavouredComment.js';
import { readAttributes, writeAttributes } from '../carrier/htmlText.js';
import { referredDefinition, writtenLabel } from '../labels.js';
import { normalizeLabel } from '../parse/inline/label.js';
import { writeDestination, writeTitle } from '../marks/destination.js';
import { syntax } from '../print/Piece.js';
import type { InlinePrinter, Place, Printer } from '../print/Printer.js';
import type { Reader } from '../read/Reader.js';
import type { TiptapNode } from '../tiptap.js';
import { carryInline } from './rawInline.js';
import { paragraph, withMarks } from './inlineNode.js';
import type { BlockRule, InlineRule } from './rule.js';

const KNOWN: ReadonlySet<string> = new Set(['src', 'alt', 'title']);
const SIZES: ReadonlySet<string> = new Set(['width', 'height']);

/** Images in a line. One with a size is an `<img>`, which is the only form GitHub sizes. */
export const imageRule: InlineRule = {
  types: ['image'],
  printNode: (node, printer) => {
    const written = writeImage(node, printer);
    return written === undefined ? undefined : [syntax(written)];
  },
  reads: ['image', 'imageReference', 'html'],
  read: (nodes, at, reader, marks) => {
    const node = nodes[at];
    if (node === undefined) return undefined;
    const image = readImage(node, reader);
    if (image !== undefined) return { nodes: [withMarks(image, marks)], count: 1 };
    if (node.type === 'imageReference') return { nodes: [carryInline(node, node, reader, marks)], count: 1 };
    return undefined;
  },
  examples: [
    {
      name: 'image in a line',
      markdown: 'see ![A [b]](a.png "T")',
      tiptap: [paragraph('see ', { type: 'image', attrs: { src: 'a.png', alt: 'A [b]', title: 'T' } })],
    },
    {
      name: 'image with a size',
      markdown: 'see <img src="a.png" alt="A" width="100" height="50">',
      tiptap: [
        paragraph('see ', { type: 'image', attrs: { src: 'a.png', alt: 'A', width: 100, height: 50 } }),
      ],
    },
    {
      name: 'image in a link',
      markdown: '[![A](a.png)](b.md)',
      tiptap: [
        paragraph({
          type: 'image',
          attrs: { src: 'a.png', alt: 'A' },
          marks: [{ type: 'link', attrs: { href: 'b.md' } }],
        }),
      ],
    },
  ],
};

/** An image between paragraphs: what a lone image is where images are blocks; elsewhere a comment says so. */
export const imageBlockRule: BlockRule = {
  types: ['image'],
  print: (node, printer, place) => printImageBlock(node, printer, place),
  reads: ['paragraph', 'html'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    if (node?.type === 'html') {
      const image = readTag(node.value);
      return image === undefined ? undefined : { node: image, count: 1 };
    }
    if (node?.type !== 'paragraph') return undefined;
    const [first, second, ...rest] = node.children;
    if (first === undefined || rest.length > 0) return undefined;
    const carried = second?.type === 'html' ? readCarrier(second.value) : undefined;
    const isBlock = second === undefined ? reader.traits.blockImages : carried?.['block'] === true;
    if (!isBlock) return undefined;
    const image = readImage(first, reader);
    return image === undefined ? undefined : { node: image, count: 1 };
  },
  examples: [
    {
      name: 'image between paragraphs',
      markdown: '![A](a.png)<!-- docbridge:{"block":true} -->',
      tiptap: [{ type: 'image', attrs: { src: 'a.png', alt: 'A' } }],
    },
    {
      name: 'image with a size between paragraphs',
      markdown: '<img src="a.png" alt="A" width="100">',
      tiptap: [{ type: 'image', attrs: { src: 'a.png', alt: 'A', width: 100 } }],
    },
  ],
};

function printImageBlock(node: TiptapNode, printer: Printer, place: Place): string | undefined {
  if ((node.marks ?? []).length > 0) return undefined;
  const written = printer.inline([node], 'paragraph', place);
  if (written === undefined || written.startsWith('<') || printer.traits.blockImages) return written;
  return `${written}${writeComment({ block: true }, printer.traits.syntax)}`;
}

function writeImage(node: TiptapNode, printer: InlinePrinter): string | undefined {
  const src = textAttribute(node, 'src') ?? '';
  const alt = textAttribute(node, 'alt') ?? '';
  const title = textAttribute(node, 'title');
  const further = Object.entries(furtherAttributes(node, KNOWN));
  if (further.length > 0) {
    const sized = further.every(([name, value]) => SIZES.has(name) && isSize(value));
    const tag = sized ? writeTag(src, alt, title, node) : writeOtherTag(src, alt, title, node);
    return printer.syntax.mdx ? tag.replace(/>$/, ' />') : tag;
  }
  const text = printer.assemble([{ kind: 'text', text: alt, inLink: true }]);
  const ref = textAttribute(node, 'ref');
  if (
    ref !== undefined &&
    referredDefinition({ label: ref, url: src, title }, printer.definitions) !== undefined
  ) {
    const refType = textAttribute(node, 'refType');
    const short = refType !== 'full' && normalizeLabel(alt) === normalizeLabel(ref);
    return `![${text}]${short ? (refType === 'collapsed' ? '[]' : '') : `[${ref}]`}`;
  }
  return `![${text}](${writeDestination(src)}${writeTitle(title)})`;
}

function writeTag(src: string, alt: string, title: string | undefined, node: TiptapNode): string {
  const sizes = Object.entries(furtherAttributes(node, KNOWN)).sort(([a], [b]) => (a < b ? 1 : -1));
  return `<img${writeAttributes({
    src,
    ...(alt === '' ? {} : { alt }),
    ...(title === undefined ? {} : { title }),
    ...Object.fromEntries(sizes.map(([name, value]) => [name, JSON.stringify(value)])),
  })}>`;
}

/** Sizes in other units, alignment, attachment ids: everything together in one attribute. */
function writeOtherTag(src: string, alt: string, title: string | undefined, node: TiptapNode): string {
  const plain = writeTag(src, alt, title, { type: 'image' }).slice(0, -1);
  const sizes = Object.entries(furtherAttributes(node, KNOWN));
  return `${plain}${writeAttributes({ 'data-docbridge': JSON.stringify(Object.fromEntries(sizes)) })}>`;
}

function readImage(node: Nodes, reader: Reader): TiptapNode | undefined {
  if (node.type === 'html') return readTag(node.value);
  if (node.type === 'image') return imageNode(node.url, node.alt, node.title, {});
  if (node.type !== 'imageReference') return undefined;
  const label = writtenLabel(reader.source(node)) ?? node.identifier;
  const definition = reader.definitions.get(normalizeLabel(label));
  if (definition === undefined) return undefined;
  return imageNode(definition.url, node.alt, definition.title, { ref: label, refType: node.referenceType });
}

function imageNode(
  src: string,
  alt: string | null | undefined,
  title: string | null | undefined,
  more: NonNullable<TiptapNode['attrs']>,
): TiptapNode {
  return withAttributes({ type: 'image' }, { src, alt: alt === '' ? null : alt, title, ...more });
}

/** Reads an `<img>` of the exact form that `writeTag` and `writeOtherTag` write. */
function readTag(html: string): TiptapNode | undefined {
  const source = /^<img((?: [a-z-]+="[^"\n]*")+)>$/.exec(html)?.[1];
  const attributes = source === undefined ? undefined : readAttributes(source);
  const src = attributes?.get('src');
  if (attributes === undefined || src === undefined) return undefined;
  const more: Record<string, number> = {};
  for (const name of SIZES) {
    const value = attributes.get(name);
    if (value !== undefined) more[name] = Number(value);
  }
  const other = parseAttributes(attributes.get('data-docbridge'));
  const image = imageNode(src, attributes.get('alt'), attributes.get('title'), { ...more, ...other });
  const written = other === undefined ? writeTag : writeOtherTag;
  const again = written(src, attributes.get('alt') ?? '', attributes.get('title'), image);
  return again === html && Object.keys(furtherAttributes(image, KNOWN)).length > 0 ? image : undefined;
}

function parseAttributes(json: string | undefined): NonNullable<TiptapNode['attrs']> | undefined {
  return json === undefined ? undefined : readCarrier(`<!-- docbridge:${json} -->`);
}

function isSize(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
