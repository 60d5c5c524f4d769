import { withMarkup } from '../attributes.js';
import type { Conversion, ConversionBase, ConvertOptions, TiptapFile } from '../conversion.js';
import type { ConversionTerms } from '../terms.js';
import { splitFrontMatter } from '../frontMatter/splitFrontMatter.js';
import { printVerified, type KeptBlock } from '../verify/printVerified.js';
import { isLocalChange, lostBlocks } from '../verify/verifyWindow.js';
import { findEdit, pairEdit, type BlockEdit } from './BlockEdit.js';
import { dressBlocks, type DressedBlock } from './dressBlocks.js';
import { layOut, type BlockChoices } from './layOut.js';
import { assertBase, readBase, type BaseReading } from './readBase.js';
import { keptGap, sourceOf, writeChoices } from './writeChoices.js';

/**
 * Writes a document over the Markdown it was last in step with: unchanged blocks, and the gaps between blocks that stay
 * neighbours, are bytes of the base; of changed ones as much as the edit leaves alone. What is new is printed in the
 * base's style. Front matter that is not given is the base's. Neither document need have been checked. Throws the errors
 * of conversionErrors.
 */
export function spliceMarkdown(
  file: TiptapFile,
  base: ConversionBase,
  options: ConvertOptions,
  traits: ConversionTerms,
): Conversion<string> {
  const split = splitFrontMatter(base.markdown);
  const frontMatter = file.frontMatter ?? split.frontMatter ?? '';
  assertBase(base);
  const bounds = findEdit(base.tiptap, file.doc);
  if (bounds.from === bounds.oldEnd && bounds.from === bounds.freshEnd) {
    return { value: `${frontMatter}${split.body}`, notices: [] };
  }
  const reading = readBase(base, options, traits);
  const edit = pairEdit(reading, file.doc.content ?? [], bounds, traits);
  const around = reading.regular && !reading.tangled ? spliceWindow(edit, reading, traits) : undefined;
  const written = around ?? spliceWhole(edit, reading, traits);
  const body = frontMatter === '' ? withoutFence(written.value, reading) : written.value;
  return { value: `${frontMatter}${body}`, notices: written.notices };
}

/** Rules that came to open the file must not make front matter of what stands below: a blank line above them helps. */
function withoutFence(body: string, { file }: BaseReading): string {
  if (splitFrontMatter(body).frontMatter === undefined) return body;
  const eol = file.lineEnding === 'crlf' ? '\r\n' : '\n';
  return body.startsWith('\ufeff') ? `\ufeff${eol}${body.slice(1)}` : `${eol}${body}`;
}

/** Writes the changed blocks and their neighbours alone; undefined when that does not do. */
function spliceWindow(
  edit: BlockEdit,
  reading: BaseReading,
  traits: ConversionTerms,
): Conversion<string> | undefined {
  const lo = Math.max(0, edit.from - 1);
  let hi = Math.min(edit.count, edit.freshEnd + 1);
  let dressed = dressBlocks(edit, reading, lo, hi, traits);
  // A list that had to give way to the one above is a neighbour of the one below.
  for (
    ;
    hi < edit.count && dressed.at(-1)?.kept !== true;
    dressed = dressBlocks(edit, reading, lo, hi, traits)
  )
    hi += 1;
  if (hi - lo === edit.count) return undefined;
  const choices = writeChoices(dressed, lo, edit, reading, traits);
  if (choices === undefined || !isLocal(choices, edit, reading)) return undefined;
  const { file } = reading;
  const { labels } = file;
  const laid = layOut(choices, (blocks) => lostBlocks(blocks, traits, labels));
  if (!laid.done) return undefined;
  const text = laid.blocks.map(({ gap, text: written }) => `${gap}${written}`).join('');
  const first = file.blocks[lo]?.start ?? 0;
  const below = hi < edit.count ? edit.known(hi - 1)?.index : undefined;
  const last = file.blocks.at(below ?? -1)?.end;
  const start = file.frontMatter?.length ?? 0;
  return { value: `${file.source.slice(start, first)}${text}${file.source.slice(last)}`, notices: [] };
}

/** Whether the window tells all there is to tell, whichever texts are chosen. */
function isLocal(
  choices: readonly BlockChoices[],
  edit: BlockEdit,
  { file, firstRaw, mdx }: BaseReading,
): boolean {
  const before = file.blocks
    .slice(edit.from, edit.oldEnd)
    .map(({ node, start, end }) => ({ node, text: file.source.slice(start, end) }));
  const after = choices.flatMap(({ kept, node, texts }) =>
    kept ? [] : texts.map((text) => ({ node, text })),
  );
  return isLocalChange(before, after, { rawAbove: firstRaw < edit.from, mdx });
}

/** Writes the whole document, and verifies all of it. */
function spliceWhole(edit: BlockEdit, reading: BaseReading, traits: ConversionTerms): Conversion<string> {
  const dressed = dressBlocks(edit, reading, 0, edit.count, traits);
  const choices = writeChoices(dressed, 0, edit, reading, traits);
  const laid = choices === undefined ? undefined : layOut(choices, (blocks) => lostBlocks(blocks, traits));
  if (laid?.done === true) {
    const body = laid.blocks.map(({ gap, text }) => `${gap}${text}`).join('');
    return { value: withEdges(reading, body), notices: [] };
  }
  const nodes = dressed.map(({ node }, index) =>
    keptGap(index, edit, reading) === undefined ? withMarkup(node, { gap: undefined }) : node,
  );
  const plan = {
    kept: keptBlocks(dressed, edit, reading),
    gaps: keptGaps(edit, reading),
    style: reading.style,
  };
  const printed = printVerified(nodes, traits, plan);
  const crlf = reading.file.lineEnding === 'crlf';
  const body = printed.parts
    .map((part) => (part.kept || !crlf ? part.text : part.text.replace(/\n/g, '\r\n')))
    .join('');
  return { value: withEdges(reading, body), notices: printed.notices };
}

function keptBlocks(
  dressed: readonly DressedBlock[],
  edit: BlockEdit,
  reading: BaseReading,
): ReadonlyMap<number, KeptBlock> {
  const kept = new Map<number, KeptBlock>();
  dressed.forEach((block, index) => {
    const text = block.kept ? sourceOf(index, edit, reading) : undefined;
    if (text !== undefined) kept.set(index, { text, node: block.node });
  });
  return kept;
}

function keptGaps(edit: BlockEdit, reading: BaseReading): ReadonlyMap<number, string> {
  const gaps = new Map<number, string>();
  for (let index = 1; index < edit.count; index += 1) {
    const gap = keptGap(index, edit, reading);
    if (gap !== undefined) gaps.set(index, gap);
  }
  return gaps;
}

/** What stands before the first block and after the last is the base's. */
function withEdges({ file }: BaseReading, body: string): string {
  const start = file.frontMatter?.length ?? 0;
  const first = file.blocks[0]?.start;
  const last = file.blocks.at(-1)?.end;
  const eol = file.lineEnding === 'crlf' ? '\r\n' : '\n';
  if (first === undefined || last === undefined) {
    return `${file.source.slice(start)}${body}${body === '' ? '' : eol}`;
  }
  return `${file.source.slice(start, first)}${body}${file.source.slice(last)}`;
}
