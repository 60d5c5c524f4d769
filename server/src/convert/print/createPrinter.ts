import { isPlatformMark, markupOf, type Attributes, type Carrier } from '../attributes.js';
import { writeOpaque } from '../carrier/opaque.js';
import type { ConversionTerms } from '../terms.js';
import { syntaxOf } from '../flavour.js';
import type { Definition } from '../labels.js';
import { BLOCKS_BY_TYPE, INLINES_BY_TYPE } from '../nodes/registry.js';
import { omit } from '../omit.js';
import type { TiptapNode } from '../tiptap.js';
import { assemble } from './assemble.js';
import { opensModule } from './flavourEscapes.js';
import type { Assembly } from './Line.js';
import { nestMarks, type Nested } from './nestMarks.js';
import type { Piece } from './Piece.js';
import { quickInline } from './quickInline.js';
import type { InlinePrinter, Parent, Place, Printer, PrintMode, Where } from './Printer.js';
import type { Style } from './style.js';

/** What a printing needs to know. */
export interface Printing {
  readonly mode: PrintMode;
  readonly style: Style;
  readonly traits: ConversionTerms;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Called for every node that has no Markdown form and is written as JSON. */
  readonly onOpaque: (node: TiptapNode) => void;
}

/** Work of writing a block, besides its text. */
const BLOCK = 20;

/** A printer that follows the rules of nodes/registry. */
export function createPrinter(printing: Printing): Printer {
  const { mode, style, traits, definitions, onOpaque } = printing;
  const printer: Printer = {
    mode,
    style,
    traits,
    definitions,
    written: (carrier) => writtenIn(mode, carrier),
    block: (node, place) => {
      traits.spend?.(BLOCK);
      const { source } = writtenIn(mode, node);
      if (typeof source === 'string') return source;
      for (const rule of BLOCKS_BY_TYPE.get(node.type) ?? []) {
        const written = node.text === undefined ? rule.print?.(node, printer, place) : undefined;
        if (written !== undefined) return written;
      }
      onOpaque(node);
      return writeOpaque(node);
    },
    blocks: (nodes, parent, dense = false) => printBlocks(nodes, parent, dense, printer),
    inline: (nodes, where, place) => printInline(nodes, printing, where, opensItem(place)),
  };
  return printer;
}

function writtenIn(mode: PrintMode, carrier: Carrier): Attributes {
  const markup = markupOf(carrier);
  if (mode === 'source') return markup;
  return mode === 'styled' ? omit(markup, 'source') : {};
}

/** Text between a block and the one before it: a line feed and as many blank lines as belong there. */
export function gapBetween(before: TiptapNode, node: TiptapNode, printer: Printer, dense = false): string {
  const { gap } = printer.written(node);
  if (typeof gap === 'number' && gap >= 0 && gap < 1000) return '\n'.repeat(gap + 1);
  if (typeof gap === 'string' && /^[ \t\n]*\n[ \t\n]*$/.test(gap)) return gap;
  return dense && !(before.type === 'paragraph' && node.type === 'paragraph') ? '\n' : '\n\n';
}

function printBlocks(nodes: readonly TiptapNode[], parent: Parent, dense: boolean, printer: Printer): string {
  let out = '';
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    const written = printer.block(node, { parent, siblings: nodes, index });
    // An empty paragraph in front of an item's first block leaves no trace.
    const vanished = index === 1 && out === '';
    out +=
      before === undefined || vanished ? written : `${gapBetween(before, node, printer, dense)}${written}`;
  });
  return out;
}

function printInline(
  nodes: readonly TiptapNode[],
  printing: Printing,
  where: Where,
  opens: boolean,
): string | undefined {
  const { mode, style, definitions, traits } = printing;
  traits.spend?.(lengthOf(nodes));
  const syntax = traits.syntax ?? syntaxOf();
  const assembly: Assembly = { where, mode, style, syntax, opensItem: opens, definitions };
  const printer: InlinePrinter = {
    mode,
    style,
    where,
    syntax,
    definitions,
    written: (carrier) => writtenIn(mode, carrier),
    assemble: (pieces) =>
      assemble(pieces, { ...assembly, where: where === 'paragraph' ? 'heading' : where, opensItem: false }),
  };
  const quick =
    mode === 'careful' || opensModule(printer, nodes[0]?.text ?? '')
      ? undefined
      : quickInline(nodes, printer);
  if (quick !== undefined) return quick;
  const pieces = printNested(nestMarks(nodes.map(withoutPlatformMarks)), printer);
  return pieces === undefined ? undefined : assemble(pieces, assembly);
}

/** Work of writing inline content. */
function lengthOf(nodes: readonly TiptapNode[]): number {
  let length = 0;
  for (const { text, marks } of nodes) length += (text?.length ?? 1) + (marks?.length ?? 0);
  return length;
}

function printNested(nested: readonly Nested[], printer: InlinePrinter): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const part of nested) {
    const written = part.kind === 'node' ? printNode(part.node, printer) : printMark(part, printer);
    if (written === undefined) return undefined;
    pieces.push(...written);
  }
  return pieces;
}

function printNode(node: TiptapNode, printer: InlinePrinter): readonly Piece[] | undefined {
  if ((node.content ?? []).length > 0) return undefined;
  for (const rule of INLINES_BY_TYPE.get(node.type) ?? []) {
    const written = rule.printNode?.(node, printer);
    if (written !== undefined) return written;
  }
  return undefined;
}

function printMark(nested: Nested & { kind: 'mark' }, printer: InlinePrinter): readonly Piece[] | undefined {
  const inner = printNested(nested.content, printer);
  if (inner === undefined) return undefined;
  for (const rule of INLINES_BY_TYPE.get(nested.mark.type) ?? []) {
    const written = rule.printMark?.(nested.mark, inner, printer);
    if (written !== undefined) return written;
  }
  return undefined;
}

function withoutPlatformMarks(node: TiptapNode): TiptapNode {
  if (node.marks?.some(isPlatformMark) !== true) return node;
  return { ...node, marks: node.marks.filter((mark) => !isPlatformMark(mark)) };
}

function opensItem(place: Place | undefined): boolean {
  return place !== undefined && place.parent === 'item' && place.index === 0;
}
