import type { Nodes } from 'mdast';
import { OPAQUE_INFO } from '../carrier/opaque.js';
import type { Notice } from '../conversion.js';
import type { DialectTraits } from '../dialects.js';
import { rawBlock } from '../nodes/rawBlock.js';
import { createDocumentPrinter } from '../print/printDocument.js';
import { readBody, type ReadBody } from '../read/readBody.js';
import type { Placed } from '../read/Reader.js';
import { endOf, startOf } from '../read/span.js';
import { canonicalSyntax } from './canonicalSyntax.js';
import { differingBlocks } from './differing.js';

const ROUNDS = 8;

/** Blocks that all survive being printed, and what had to be carried for that. */
export interface CarriedBlocks {
  readonly blocks: readonly Placed[];
  readonly notices: readonly Notice[];
}

/**
 * Prints what was read without any remembered style, reads it again, and compares the syntax of both block by block.
 * A block that would come back as something else is carried as its source.
 */
export function carryUnprintable(body: ReadBody, traits: DialectTraits): CarriedBlocks {
  let blocks = body.blocks;
  const careful = new Set<number>();
  const notices: Notice[] = [];
  const groups = groupNodes(body.root.children, body.blocks);
  const expected = groups.map((group) =>
    group.map((node) => canonicalSyntax(node, body.definitions)).join('\n'),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
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
    if (text === body.text.trimEnd()) break;
    const again = readBody(text, traits);
    const found = groupNodes(again.root.children, again.blocks).map((group) =>
      group.map((node) => canonicalSyntax(node, again.definitions)).join('\n'),
    );
    const lost = differingBlocks(expected, found);
    if (lost.length === 0) break;
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
  return { blocks, notices };
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
