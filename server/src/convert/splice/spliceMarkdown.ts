import { canonicalJson } from '../compare.js';
import type { Conversion, ConversionBase, ConvertOptions, TiptapFile } from '../conversion.js';
import { dialectTraits } from '../dialects.js';
import { prepareForPrinting } from '../dialectView.js';
import { splitFrontMatter } from '../frontMatter/splitFrontMatter.js';
import { readMarkdown, type ReadFile } from '../readMarkdown.js';
import type { TiptapDocument, TiptapNode } from '../tiptap.js';
import { printVerified, type KeptBlock } from '../verify/printVerified.js';
import { alignBase, type AlignedBlock } from './alignBase.js';
import { detectStyle } from './detectStyle.js';
import { pairNodes, type Origin } from './pairNodes.js';
import { layOut, type BlockChoices } from './layOut.js';
import { candidates } from './candidates.js';
import { partLists } from './partLists.js';
import { reopenList, restoreBlock, type RestoredBlock } from './restoreBlock.js';
import { createPrinter, gapBetween } from '../print/createPrinter.js';
import { definitionsOf } from '../labels.js';
import { lostBlocks } from '../verify/verifyWindow.js';

/**
 * Writes a document over the Markdown it was last in step with: unchanged blocks, and the gaps between blocks that stay
 * neighbours, are bytes of the base; changed ones are printed in the base's style. Front matter that is not given is
 * the base's.
 */
export function spliceMarkdown(
  file: TiptapFile,
  base: ConversionBase,
  options: ConvertOptions,
): Conversion<string> {
  const split = splitFrontMatter(base.markdown);
  const frontMatter = file.frontMatter ?? split.frontMatter ?? '';
  if (canonicalJson(file.doc) === canonicalJson(base.tiptap)) {
    return { value: `${frontMatter}${split.body}`, notices: [] };
  }
  const traits = dialectTraits(options.dialect);
  const read = readMarkdown(base.markdown, traits);
  const old = prepareForPrinting(base.tiptap, traits).content ?? [];
  const fresh = prepareForPrinting(file.doc, traits).content ?? [];
  const aligned = alignBase(
    read.blocks.map(({ node }) => node),
    old,
    options.dialect,
  );
  const origins = pairNodes(old, fresh, { old: old.map(keyOf), fresh: fresh.map(keyOf) });
  const sources = sourcesOf(fresh, origins, aligned);
  const style = detectStyle(read.doc.content ?? []);
  const restored = fresh.map((node, index): RestoredBlock | undefined => {
    const known = sources[index];
    const platform = old[origins.get(index)?.old ?? -1];
    if (known === undefined || platform === undefined || origins.get(index)?.same === true) return undefined;
    return restoreBlock({ edited: node, platform, read: known.node, sources: read.sources });
  });
  const unparted = fresh.map((node, index) => {
    const same = origins.get(index)?.same === true ? sources[index]?.node : undefined;
    return restored[index]?.node ?? same ?? node;
  });
  const blocks = partLists(unparted, (index) => ({
    kept: origins.get(index)?.same === true && sources[index] !== undefined,
    reopen: () => reopenList(unparted[index] ?? { type: '' }, read.sources),
  }));
  const plan = {
    kept: keptBlocks(sources, origins, read, (index) => blocks[index] === unparted[index]),
    gaps: keptGaps(sources, read),
    style,
  };
  const definitions = definitionsOf(blocks);
  const opaque: TiptapNode[] = [];
  const printer = createPrinter({
    mode: 'source',
    style,
    traits,
    definitions,
    onOpaque: (node) => opaque.push(node),
  });
  const siblings = read.blocks.map(({ node }) => node);
  const crlf = read.lineEnding === 'crlf';
  const eol = (text: string): string => (crlf ? text.replace(/\n/g, '\r\n') : text);
  const choices = blocks.map((node, index): BlockChoices => {
    const kept = plan.kept.get(index);
    const before = blocks[index - 1];
    const gaps = [plan.gaps.get(index), before === undefined ? '' : eol(gapBetween(before, node, printer))];
    const usable = [...new Set(gaps.filter((gap) => gap !== undefined))];
    if (kept !== undefined) return { node: kept.node, texts: [kept.text], gaps: usable, kept: true };
    const edited = printer.block(node, { parent: 'doc', siblings: blocks, index });
    const part = restored[index];
    const origin = read.blocks[sources[index]?.index ?? -1];
    if (origin === undefined || (part === undefined && blocks[index] === unparted[index])) {
      return { node, texts: [eol(edited)], gaps: usable, kept: false };
    }
    const place = { parent: 'doc' as const, siblings, index: sources[index]?.index ?? 0 };
    const reference = printer.block(part?.reference ?? reopenList(origin.node, read.sources), place);
    const source = read.source.slice(origin.start, origin.end);
    return { node, texts: candidates({ edited, reference, source }), gaps: usable, kept: false };
  });
  const laid = opaque.length > 0 ? undefined : layOut(choices, (written) => lostBlocks(written, traits));
  if (laid?.done === true) {
    const body = laid.blocks.map(({ gap, text }) => `${gap}${text}`).join('');
    return { value: `${frontMatter}${edges(read, body)}`, notices: [] };
  }
  const printed = printVerified(blocks, traits, plan);
  const body = printed.parts.map((part) => (part.kept ? part.text : eol(part.text))).join('');
  return { value: `${frontMatter}${edges(read, body)}`, notices: printed.notices };
}

/** The block of the base's Markdown that each new block comes from. */
function sourcesOf(
  fresh: TiptapDocument['content'] & object,
  origins: ReadonlyMap<number, Origin>,
  aligned: ReadonlyMap<number, AlignedBlock>,
): readonly (AlignedBlock | undefined)[] {
  return fresh.map((_, index) => {
    const origin = origins.get(index);
    return origin === undefined ? undefined : aligned.get(origin.old);
  });
}

function keptBlocks(
  sources: readonly (AlignedBlock | undefined)[],
  origins: ReadonlyMap<number, Origin>,
  read: ReadFile,
  asWas: (index: number) => boolean,
): ReadonlyMap<number, KeptBlock> {
  const kept = new Map<number, KeptBlock>();
  sources.forEach((known, index) => {
    const block = known === undefined ? undefined : read.blocks[known.index];
    if (block === undefined || origins.get(index)?.same !== true || !asWas(index)) return;
    const text = read.source.slice(block.start, block.end);
    kept.set(index, { text, node: block.node });
  });
  return kept;
}

/** Gaps between blocks that were neighbours and still are, edited or not. */
function keptGaps(
  sources: readonly (AlignedBlock | undefined)[],
  read: ReadFile,
): ReadonlyMap<number, string> {
  const gaps = new Map<number, string>();
  sources.forEach((known, index) => {
    const before = sources[index - 1];
    if (known === undefined || before === undefined || before.index + 1 !== known.index) return;
    const start = read.blocks[before.index]?.end ?? 0;
    gaps.set(index, read.source.slice(start, read.blocks[known.index]?.start ?? start));
  });
  return gaps;
}

/** What stands before the first block and after the last is the base's. */
function edges(read: ReadFile, body: string): string {
  const start = read.frontMatter?.length ?? 0;
  const first = read.blocks[0]?.start;
  const last = read.blocks.at(-1)?.end;
  const eol = read.lineEnding === 'crlf' ? '\r\n' : '\n';
  if (first === undefined || last === undefined) {
    return `${read.source.slice(start)}${body}${body === '' ? '' : eol}`;
  }
  return `${read.source.slice(start, first)}${body}${read.source.slice(last)}`;
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}
