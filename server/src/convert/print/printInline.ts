import { isPlatformMark } from '../attributes.js';
import { syntaxOf } from '../flavour.js';
import { INLINES_BY_TYPE } from '../nodes/registry.js';
import type { TiptapNode } from '../tiptap.js';
import { assemble } from './assemble.js';
import type { Printing } from './createPrinter.js';
import { opensModule } from './flavourEscapes.js';
import type { Assembly } from './Line.js';
import { nestMarks, type Nested } from './nestMarks.js';
import type { Piece } from './Piece.js';
import type { InlinePrinter, Place, Printer, Where } from './Printer.js';
import { quickInline } from './quickInline.js';
import { writtenIn } from './writtenIn.js';

/** What decides how inline content of one kind of place is written. */
export interface InlineContext {
  readonly printer: InlinePrinter;
  readonly assembly: Assembly;
}

/** Writes inline content; what decides how is put together once for each kind of place. */
export function createInlinePrinting(printing: Printing): Printer['inline'] {
  const contexts = new Map<string, InlineContext>();
  const contextOf = (where: Where, opensItem: boolean): InlineContext => {
    const key = opensItem ? `${where} that opens an item` : where;
    const known = contexts.get(key);
    if (known !== undefined) return known;
    const made = inlineContext(printing, where, opensItem);
    contexts.set(key, made);
    return made;
  };
  return (nodes, where, place) => {
    printing.traits.spend?.(lengthOf(nodes));
    const context = contextOf(where, opensItem(place));
    return writeQuickly(nodes, context) ?? writeThoroughly(nodes, context);
  };
}

/** The context of a kind of place. */
export function inlineContext(printing: Printing, where: Where, opensItem: boolean): InlineContext {
  const { mode, style, definitions, traits } = printing;
  const syntax = traits.syntax ?? syntaxOf();
  const assembly: Assembly = { where, mode, style, syntax, opensItem, definitions };
  const label: Assembly = { ...assembly, where: where === 'paragraph' ? 'heading' : where, opensItem: false };
  const printer: InlinePrinter = {
    mode,
    style,
    where,
    syntax,
    definitions,
    written: (carrier) => writtenIn(mode, carrier),
    assemble: (pieces) => assemble(pieces, label),
  };
  return { printer, assembly };
}

/** What `writeThoroughly` writes, for content that is simple enough to tell at once; undefined for any other. */
export function writeQuickly(
  nodes: readonly TiptapNode[],
  { printer, assembly }: InlineContext,
): string | undefined {
  if (printer.mode === 'careful' || opensModule(printer, nodes[0]?.text ?? '')) return undefined;
  return quickInline(nodes, printer, assembly.opensItem);
}

/** Writes any inline content; undefined when some node or mark of it has no Markdown form. */
export function writeThoroughly(
  nodes: readonly TiptapNode[],
  { printer, assembly }: InlineContext,
): string | undefined {
  const pieces: Piece[] = [];
  return addNested(nestMarks(nodes.map(withoutPlatformMarks)), printer, pieces)
    ? assemble(pieces, assembly)
    : undefined;
}

/** Work of writing inline content. */
function lengthOf(nodes: readonly TiptapNode[]): number {
  let length = 0;
  for (const { text, marks } of nodes) length += (text?.length ?? 1) + (marks?.length ?? 0);
  return length;
}

/** Adds the pieces of nested content; false when some part of it has no Markdown form. */
function addNested(nested: readonly Nested[], printer: InlinePrinter, pieces: Piece[]): boolean {
  for (const part of nested) {
    const written = part.kind === 'node' ? printNode(part.node, printer) : printMark(part, printer);
    if (written === undefined) return false;
    for (const piece of written) pieces.push(piece);
  }
  return true;
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
  const inner: Piece[] = [];
  if (!addNested(nested.content, printer, inner)) return undefined;
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
