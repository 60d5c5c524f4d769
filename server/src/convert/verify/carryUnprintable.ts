import type { Nodes } from 'mdast';
import { OPAQUE_INFO } from '../carrier/opaque.js';
import type { Notice } from '../conversion.js';
import type { ConversionTerms } from '../terms.js';
import type { Definition } from '../labels.js';
import { rawBlock } from '../nodes/rawBlock.js';
import { parse } from '../parse/parse.js';
import { createDocumentPrinter, type DocumentPrinter } from '../print/printDocument.js';
import { readBody, type ReadBody } from '../read/readBody.js';
import type { Placed } from '../read/Reader.js';
import { endOf, startOf } from '../read/span.js';
import { canonicalSyntax } from './canonicalSyntax.js';
import { differingBlocks } from './differing.js';
import { sameSyntax } from './sameSyntax.js';

const ROUNDS = 8;

/** Blocks that all survive being printed, and what had to be carried for that. */
export interface CarriedBlocks {
  readonly blocks: readonly Placed[];
  readonly notices: readonly Notice[];
  /** Has printed these blocks already. */
  readonly printer: DocumentPrinter;
}

/**
 * Makes sure that the blocks hold what the text says. One that its source is printed from, given how it was written,
 * does; the others are printed without any remembered style and read again, and where their syntax is not the same,
 * they are carried as their source. `defined` is what the document defines of which the blocks are a part.
 */
export function carryUnprintable(
  body: ReadBody,
  traits: ConversionTerms,
  defined?: ReadonlyMap<string, Definition>,
): CarriedBlocks {
  const nodes = body.blocks.map(({ node }) => node);
  const printer = createDocumentPrinter(nodes, traits, undefined, defined);
  if (survives(body, printer, traits)) return { blocks: body.blocks, notices: [], printer };
  return carryLost(body, traits);
}

/** Whether every block that is printed otherwise than it was written reads as the same, in sight of its neighbours. */
function survives(body: ReadBody, printer: DocumentPrinter, terms: ConversionTerms): boolean {
  const groups = groupNodes(body.root.children, body.blocks);
  const changed = body.blocks.map(
    ({ start, end }, index) => !isWritten(printer, index, body.text.slice(start, end)),
  );
  for (let at = changed.indexOf(true); at !== -1;) {
    let last = at;
    // Runs that share a neighbour are one.
    while (changed[last + 1] === true || changed[last + 2] === true) last += 1;
    const first = Math.max(0, at - 1);
    const end = Math.min(body.blocks.length, last + 2);
    if (!readsTheSame(body, printer, groups, { first, end, terms })) return false;
    at = changed.indexOf(true, last + 1);
  }
  return true;
}

function isWritten(printer: DocumentPrinter, index: number, source: string): boolean {
  return printer.block(index, 'styled') === source || holdsJson(source);
}

function readsTheSame(
  { blocks, text, labels, definitions }: ReadBody,
  printer: DocumentPrinter,
  groups: readonly (readonly Nodes[])[],
  { first, end, terms }: { readonly first: number; readonly end: number; readonly terms: ConversionTerms },
): boolean {
  let printed = '';
  for (let index = first; index < end; index += 1) {
    const block = blocks[index];
    const source = block === undefined ? '' : text.slice(block.start, block.end);
    if (index > first) printed += printer.gap(index, 'plain');
    printed += holdsJson(source) ? source : printer.block(index, 'plain');
  }
  const expected = groups.slice(first, end).flat();
  const found = parse(printed, { known: labels, spend: terms.spend, syntax: terms.syntax }).children;
  return (
    expected.length === found.length &&
    expected.every((node, index) => {
      const again = found[index];
      return again !== undefined && sameSyntax(node, again, definitions);
    })
  );
}

function carryLost(body: ReadBody, traits: ConversionTerms): CarriedBlocks {
  let blocks = body.blocks;
  const careful = new Set<number>();
  const notices: Notice[] = [];
  const groups = groupNodes(body.root.children, body.blocks);
  const expected = groups.map((group) =>
    group.map((node) => canonicalSyntax(node, body.definitions)).join('\n'),
  );
  for (let round = 0; ; round += 1) {
    const nodes = blocks.map(({ node }) => node);
    const printer = createDocumentPrinter(nodes, traits);
    const text = blocks
      .map(({ start, end }, index) => {
        const source = body.text.slice(start, end);
        return (
          printer.gap(index, 'plain') +
          (holdsJson(source) ? source : printer.block(index, careful.has(index) ? 'careful' : 'plain'))
        );
      })
      .join('');
    const again = readBody(text, traits, { meaningOnly: true });
    const found = groupNodes(again.root.children, again.blocks).map((group) =>
      group.map((node) => canonicalSyntax(node, again.definitions)).join('\n'),
    );
    const lost = differingBlocks(expected, found);
    if (lost.length === 0 || round === ROUNDS) return { blocks, notices, printer };
    const carried = new Set(lost.filter((index) => careful.has(index) || round === ROUNDS - 1));
    for (const index of lost) careful.add(index);
    blocks = blocks.map((block, index) => {
      if (!carried.has(index) || block.node.type === 'rawBlock') return block;
      const { start, end } = block;
      notices.push({
        code: 'opaque-block',
        message: 'A block is carried as its source: TipTap cannot hold it.',
        start,
        end,
      });
      return { ...block, node: rawBlock(body.text.slice(start, end), 'raw') };
    });
  }
}

/** Carried JSON is what could not be printed: whoever prints it again finds that out again. */
function holdsJson(source: string): boolean {
  return source.includes(OPAQUE_INFO);
}

/** The syntax nodes of each block. */
function groupNodes(nodes: readonly Nodes[], blocks: readonly Placed[]): readonly (readonly Nodes[])[] {
  let at = 0;
  return blocks.map((block) => {
    const group: Nodes[] = [];
    for (let node = nodes[at]; node !== undefined && startOf(node) < block.end; node = nodes[at]) {
      group.push(node);
      at += 1;
      if (endOf(node) >= block.end) break;
    }
    return group;
  });
}
