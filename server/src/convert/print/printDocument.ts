import { MARKUP } from '../attributes.js';
import { writeOpaque } from '../carrier/opaque.js';
import type { ConversionTerms } from '../terms.js';
import { definitionsOf, type Definition } from '../labels.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { createPrinter, gapBetween } from './createPrinter.js';
import type { Printer, PrintMode } from './Printer.js';
import { DEFAULT_STYLE, type Style } from './style.js';

/** How one block is written: from remembered source, by the printer in one of its modes, or as JSON. */
export type BlockMode = PrintMode | 'opaque';

/** Modes from the nicest to the one that cannot fail. */
export const BLOCK_MODES: readonly BlockMode[] = ['source', 'styled', 'plain', 'careful', 'opaque'];

/** Writes top-level blocks, one at a time, and the gaps between them. */
export interface DocumentPrinter {
  /** What the blocks define. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly block: (index: number, mode: BlockMode) => string;
  /** The text before a block and after the one before it; empty for the first. */
  readonly gap: (index: number, mode: BlockMode) => string;
  /** Nodes that were last written as JSON inside a block. */
  readonly opaqueIn: (index: number, mode: BlockMode) => readonly TiptapNode[];
}

interface Written {
  readonly text: string;
  readonly opaque: readonly TiptapNode[];
}

/** A printer for these blocks as the content of a document, or as a part of one that defines `definitions`. */
export function createDocumentPrinter(
  blocks: readonly TiptapNode[],
  traits: ConversionTerms,
  style: Style = DEFAULT_STYLE,
  definitions: ReadonlyMap<string, Definition> = definitionsOf(blocks),
): DocumentPrinter {
  const written = new Map<BlockMode, (Written | undefined)[]>(BLOCK_MODES.map((mode) => [mode, []]));
  let opaque: TiptapNode[] = [];
  const printers = new Map<PrintMode, Printer>();
  const printer = (mode: PrintMode): Printer => {
    const known = printers.get(mode);
    if (known !== undefined) return known;
    const made = createPrinter({ mode, style, traits, definitions, onOpaque: (node) => opaque.push(node) });
    printers.set(mode, made);
    return made;
  };
  const styled: boolean[] = [];
  const isStyled = (index: number): boolean => {
    const node = blocks[index];
    return (styled[index] ??= node !== undefined && hasStyle(node));
  };
  const write = (index: number, mode: BlockMode): Written => {
    // Without remembered style all modes that follow it write the same.
    if ((mode === 'source' || mode === 'styled') && !isStyled(index)) return write(index, 'plain');
    const known = written.get(mode) ?? [];
    const before = known[index];
    const node = blocks[index];
    if (before !== undefined || node === undefined) return before ?? { text: '', opaque: [] };
    opaque = [];
    const text =
      mode === 'opaque'
        ? writeOpaque(node)
        : printer(mode).block(node, { parent: 'doc', siblings: blocks, index });
    const result = { text, opaque: mode === 'opaque' ? [node] : opaque };
    known[index] = result;
    return result;
  };
  return {
    definitions,
    block: (index, mode) => write(index, mode).text,
    gap: (index, mode) => {
      const before = blocks[index - 1];
      const node = blocks[index];
      if (before === undefined || node === undefined) return '';
      return gapBetween(before, node, printer(mode === 'opaque' ? 'plain' : mode));
    },
    opaqueIn: (index, mode) => write(index, mode).opaque,
  };
}

function hasStyle(node: TiptapNode): boolean {
  return hasMarkup(node) || node.marks?.some(hasMarkup) === true || node.content?.some(hasStyle) === true;
}

function hasMarkup(carrier: TiptapNode | TiptapMark): boolean {
  return carrier.attrs?.[MARKUP] !== undefined;
}
