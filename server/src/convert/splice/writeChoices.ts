import type { ConversionTerms, Spend } from '../terms.js';
import { withMarkup } from '../attributes.js';
import { definitionsOf } from '../labels.js';
import { createPrinter, gapBetween } from '../print/createPrinter.js';
import type { ReadFile } from '../readMarkdown.js';
import type { TiptapNode } from '../tiptap.js';
import type { BlockEdit } from './BlockEdit.js';
import { candidates } from './candidates.js';
import type { DressedBlock } from './dressBlocks.js';
import type { BlockChoices } from './layOut.js';
import type { BaseReading } from './readBase.js';

/** Work of merging edits into their sources word by word; where more changed, the rest is written as new blocks are. */
const MERGING = 5_000_000;

/** The ways to write dressed blocks, or nothing when one of them has no Markdown form. */
export function writeChoices(
  dressed: readonly DressedBlock[],
  lo: number,
  edit: BlockEdit,
  reading: BaseReading,
  traits: ConversionTerms,
): readonly BlockChoices[] | undefined {
  const { file, style } = reading;
  const nodes = dressed.map(({ node }) => node);
  const definitions = nodes.length === edit.count ? definitionsOf(nodes) : reading.definitions;
  const opaque: TiptapNode[] = [];
  const printer = createPrinter({
    mode: 'source',
    style,
    traits,
    definitions,
    onOpaque: (node) => opaque.push(node),
  });
  const eol = (text: string): string => (file.lineEnding === 'crlf' ? text.replace(/\n/g, '\r\n') : text);
  const siblings = file.blocks.map((one) => one.node);
  let merged = 0;
  const spend: Spend = (work) => {
    merged += work;
    traits.spend?.(work);
  };
  const choices = dressed.map((block, offset): BlockChoices => {
    const { node, kept } = block;
    const index = lo + offset;
    const above = nodes[offset - 1];
    // What stood between a block and another one above it says nothing here.
    const alone = withMarkup(node, { gap: undefined });
    const between = above === undefined ? '' : eol(gapBetween(above, alone, printer));
    const usual = above === undefined ? undefined : keptGap(index, edit, reading);
    const gaps = usual === undefined || usual === between ? [between] : [usual, between];
    const source = sourceOf(index, edit, reading);
    if (kept && source !== undefined) return { node, texts: [source], gaps, kept: true };
    const printed = printer.block(node, { parent: 'doc', siblings: nodes, index: offset });
    // Below a rule that opens the file another one like it would close front matter.
    const edited = opensLikeFrontMatter(file) ? printed.replace(/^---(?=[ \t]*$)/, '***') : printed;
    const place = edit.known(index)?.index;
    const tired = merged > MERGING;
    if (tired || source === undefined || block.reference === undefined || place === undefined) {
      return { node, texts: [eol(edited)], gaps, kept: false };
    }
    const reference = printer.block(block.reference, { parent: 'doc', siblings, index: place });
    return { node, texts: candidates({ edited, reference, source }, spend), gaps, kept: false };
  });
  return opaque.length > 0 ? undefined : choices;
}

function opensLikeFrontMatter({ frontMatter, source }: ReadFile): boolean {
  return frontMatter === undefined && /^\ufeff?---[ \t]*\r?\n/.test(source);
}

/** The base's source of the block that a new one comes from. */
export function sourceOf(index: number, edit: BlockEdit, { file }: BaseReading): string | undefined {
  const block = file.blocks[edit.known(index)?.index ?? -1];
  return block === undefined ? undefined : file.source.slice(block.start, block.end);
}

/** The gap between two blocks that were neighbours in the base and still are. */
export function keptGap(index: number, edit: BlockEdit, { file }: BaseReading): string | undefined {
  const above = edit.known(index - 1)?.index;
  const here = edit.known(index)?.index;
  if (above === undefined || here === undefined || above + 1 !== here) return undefined;
  return file.source.slice(file.blocks[above]?.end, file.blocks[here]?.start);
}
