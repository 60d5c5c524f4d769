import { writeOpaque } from '../carrier/opaque.js';
import type { Definition } from '../labels.js';
import { BLOCKS_BY_TYPE } from '../nodes/registry.js';
import type { ConversionTerms } from '../terms.js';
import type { TiptapNode } from '../tiptap.js';
import type { Parent, Printer, PrintMode } from './Printer.js';
import { createInlinePrinting } from './printInline.js';
import type { Style } from './style.js';
import { writtenIn } from './writtenIn.js';

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
    inline: createInlinePrinting(printing),
  };
  return printer;
}

/** Text between a block and the one before it: a line feed and as many blank lines as belong there. */
export function gapBetween(before: TiptapNode, node: TiptapNode, printer: Printer, dense = false): string {
  const { gap } = printer.written(node);
  if (typeof gap === 'number' && gap >= 0 && gap < 1000) return '\n'.repeat(gap + 1);
  if (typeof gap === 'string' && /^[ \t\n]*\n[ \t\n]*$/.test(gap)) return gap;
  return dense && !(before.type === 'paragraph' && node.type === 'paragraph') ? '\n' : '\n\n';
}

function printBlocks(
  siblings: readonly TiptapNode[],
  parent: Parent,
  dense: boolean,
  printer: Printer,
): string {
  let out = '';
  for (let index = 0; index < siblings.length; index += 1) {
    const node = siblings[index];
    if (node === undefined) break;
    const before = siblings[index - 1];
    const written = printer.block(node, { parent, siblings, index });
    // An empty paragraph in front of an item's first block leaves no trace.
    const vanished = index === 1 && out === '';
    out += before === undefined || vanished ? written : gapBetween(before, node, printer, dense) + written;
  }
  return out;
}
