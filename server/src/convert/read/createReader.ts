import type { Nodes } from 'mdast';
import { holdsAttributesOnly } from '../nodes/carriers.js';
import { rawBlock } from '../nodes/rawBlock.js';
import { rawInline } from '../nodes/rawInline.js';
import { BLOCKS_BY_SYNTAX, INLINES_BY_SYNTAX } from '../nodes/registry.js';
import type { TakenBlock } from '../nodes/rule.js';
import { readCarrier } from '../carrier/comment.js';
import { withAttributes, withMarkup } from '../attributes.js';
import type { DialectTraits } from '../dialects.js';
import type { Definition } from '../labels.js';
import type { Notice } from '../conversion.js';
import type { Where } from '../print/Printer.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { keepApart } from './keepApart.js';
import type { Container, Placed, Reader } from './Reader.js';
import { endOf, startOf } from './span.js';
import { stripContainers } from './stripContainers.js';

/** What a reading needs to know. */
export interface Reading {
  readonly text: string;
  readonly traits: DialectTraits;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notices: Notice[];
  /** Where the sources of parts of containers are kept, if they are; see Reader.remember. */
  readonly sources: WeakMap<TiptapNode, string> | undefined;
}

/** Reads the blocks of a document, each with its place in the text. */
export function readBlocks(nodes: readonly Nodes[], reading: Reading): readonly Placed[] {
  return placeBlocks(nodes, createReader(reading, [], 'paragraph')).map(({ node, start, end }) => ({
    node,
    start,
    end,
  }));
}

function createReader(reading: Reading, containers: readonly Container[], where: Where): Reader {
  const { text, traits, definitions, notices } = reading;
  const reader: Reader = {
    text,
    traits,
    definitions,
    where,
    blocks: (nodes, container) => {
      const inner = createReader(
        reading,
        container === undefined ? containers : [...containers, container],
        where,
      );
      const usual = container?.kind === 'item' && !container.spread ? 0 : 1;
      const placed = rememberGaps(placeBlocks(nodes, inner), text, usual);
      placed.forEach(({ node, from, to }) => {
        inner.remember(node, from, to);
      });
      return placed.map(({ node }) => node);
    },
    inlines: (nodes, marks, place) => {
      if (place === undefined) return readInlines(nodes, marks, reader);
      return keepApart(readInlines(nodes, marks, createReader(reading, containers, place)));
    },
    source: (from, to = from) => stripContainers(text.slice(startOf(from), endOf(to)), containers),
    remember: (part, node, last = node) => {
      if (reading.sources === undefined) return;
      const blanks = /^[ \t]*(?=\n|$)/.exec(text.slice(endOf(last), endOf(last) + 80))?.[0] ?? '';
      reading.sources.set(part, `${reader.indentOf(node)}${reader.source(node, last)}${blanks}`);
    },
    indentOf: (node) => {
      const start = startOf(node);
      const lineStart = text.lastIndexOf('\n', start - 1) + 1;
      // A first line stands in for the line that the containers' prefixes are taken off.
      const line = stripContainers(`\n${text.slice(lineStart, start)}`, containers).slice(1);
      return /^ +$/.test(line) ? line : '';
    },
    notice: (code, message, node) => notices.push({ code, message, start: startOf(node), end: endOf(node) }),
  };
  return reader;
}

/** A block and the syntax it was read from. */
interface PlacedNodes extends Placed {
  readonly from: Nodes;
  readonly to: Nodes;
}

function placeBlocks(nodes: readonly Nodes[], reader: Reader): readonly PlacedNodes[] {
  const placed: PlacedNodes[] = [];
  for (let at = 0; at < nodes.length;) {
    const first = nodes[at];
    if (first === undefined) break;
    const taken = takeBlock(nodes, at, reader);
    const next = nodes[at + taken.count];
    const carried =
      next?.type === 'html'
        ? attributesAfter(next.value, nodes[at + taken.count - 1], next, reader)
        : undefined;
    const count = taken.count + (carried === undefined ? 0 : 1);
    const last = nodes[at + count - 1] ?? first;
    const node = carried === undefined ? taken.node : withAttributes(taken.node, carried);
    placed.push({ node, start: startOf(first), end: endOf(last), from: first, to: last });
    at += count;
  }
  return placed;
}

function takeBlock(nodes: readonly Nodes[], at: number, reader: Reader): TakenBlock {
  const node = nodes[at];
  for (const rule of BLOCKS_BY_SYNTAX.get(node?.type ?? '') ?? []) {
    const taken = rule.read?.(nodes, at, reader);
    if (taken !== undefined) return taken;
  }
  return { node: rawBlock(node === undefined ? '' : reader.source(node), 'raw'), count: 1 };
}

/** A carrier comment on the line right after a block holds attributes of it. */
function attributesAfter(
  html: string,
  block: Nodes | undefined,
  comment: Nodes,
  reader: Reader,
): TiptapNode['attrs'] | undefined {
  if (block === undefined || reader.text.slice(endOf(block), startOf(comment)).split('\n').length !== 2)
    return undefined;
  const carried = readCarrier(html);
  return carried !== undefined && holdsAttributesOnly(carried) ? carried : undefined;
}

/** Blank lines between blocks are remembered where they are not as many as usual. */
function rememberGaps(placed: readonly PlacedNodes[], text: string, usual: number): readonly PlacedNodes[] {
  return placed.map((block, index) => {
    const before = placed[index - 1];
    if (before === undefined) return block;
    const gap = text.slice(before.end, block.start).split('\n').length - 2;
    return gap === usual || gap < 0 ? block : { ...block, node: withMarkup(block.node, { gap }) };
  });
}

function readInlines(
  nodes: readonly Nodes[],
  marks: readonly TiptapMark[],
  reader: Reader,
): readonly TiptapNode[] {
  const read: TiptapNode[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at];
    if (node === undefined) break;
    let taken: { readonly nodes: readonly TiptapNode[]; readonly count: number } | undefined;
    for (const rule of INLINES_BY_SYNTAX.get(node.type) ?? []) {
      taken = rule.read?.(nodes, at, reader, marks);
      if (taken !== undefined) break;
    }
    taken ??= { nodes: [rawInline(reader.source(node), node.type, marks)], count: 1 };
    read.push(...taken.nodes);
    at += taken.count;
  }
  return read;
}
