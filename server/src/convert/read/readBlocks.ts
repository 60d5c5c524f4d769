import type { Nodes } from 'mdast';
import { holdsAttributesOnly } from '../nodes/carriers.js';
import { rawBlock } from '../nodes/rawBlock.js';
import { rawInline } from '../nodes/rawInline.js';
import { BLOCKS_BY_SYNTAX, INLINES_BY_SYNTAX } from '../nodes/registry.js';
import type { TakenBlock } from '../nodes/rule.js';
import { readCarrier } from '../carrier/comment.js';
import { withAttributes, withMarkup } from '../attributes.js';
import type { ConversionTerms } from '../terms.js';
import type { Definition } from '../labels.js';
import type { Notice } from '../conversion.js';
import type { Where } from '../print/Printer.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { keepApart } from './keepApart.js';
import type { Container, Placed, Reader } from './Reader.js';
import { endOf, startOf } from './span.js';
import { LINE_FEED, isSpaceOrTab, skipBlanks } from '../parse/codes.js';
import type { PartSources } from './PartSources.js';
import { stripContainers } from './stripContainers.js';

/** What a reading needs to know. */
export interface Reading {
  readonly text: string;
  readonly traits: ConversionTerms;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notices: Notice[];
  /** Where the sources of parts of containers are kept, if they are. */
  readonly sources: PartSources | undefined;
}

/** Reads the blocks of a document, each with its place in the text. */
export function readBlocks(nodes: readonly Nodes[], reading: Reading): readonly Placed[] {
  return placeBlocks(nodes, new TreeReader(reading, [], 'paragraph'));
}

/** Reads nodes that stand in the same containers. */
class TreeReader implements Reader {
  readonly where: Where;
  readonly #reading: Reading;
  readonly #containers: readonly Container[];

  constructor(reading: Reading, containers: readonly Container[], where: Where) {
    this.#reading = reading;
    this.#containers = containers;
    this.where = where;
  }

  get text(): string {
    return this.#reading.text;
  }

  get traits(): ConversionTerms {
    return this.#reading.traits;
  }

  get definitions(): ReadonlyMap<string, Definition> {
    return this.#reading.definitions;
  }

  blocks(nodes: readonly Nodes[], container?: Container): readonly TiptapNode[] {
    const containers = container === undefined ? this.#containers : [...this.#containers, container];
    const inner = new TreeReader(this.#reading, containers, this.where);
    const usual = container?.kind === 'item' && !container.spread ? 0 : 1;
    const placed = placeBlocks(nodes, inner);
    return placed.map((block, index) => {
      const node = rememberGap(block, placed[index - 1], this.text, usual);
      inner.remember(node, block.from, block.to);
      return node;
    });
  }

  inlines(nodes: readonly Nodes[], marks: readonly TiptapMark[], place?: Where): readonly TiptapNode[] {
    if (place === undefined) return readInlines(nodes, marks, this);
    const reader = place === this.where ? this : new TreeReader(this.#reading, this.#containers, place);
    return keepApart(readInlines(nodes, marks, reader));
  }

  source(from: Nodes, to: Nodes = from): string {
    return stripContainers(this.text.slice(startOf(from), endOf(to)), this.#containers);
  }

  remember(part: TiptapNode, node: Nodes, last: Nodes = node): void {
    this.#reading.sources?.set(part, () => {
      const end = endOf(last);
      const next = skipBlanks(this.text, end, this.text.length);
      const endsLine = next === this.text.length || this.text.charCodeAt(next) === LINE_FEED;
      const blanks = endsLine ? this.text.slice(end, next) : '';
      return `${this.indentOf(node)}${this.source(node, last)}${blanks}`;
    });
  }

  indentOf(node: Nodes): string {
    const start = startOf(node);
    const before = this.text.charCodeAt(start - 1);
    if (start === 0 || !isSpaceOrTab(before)) return '';
    const lineStart = this.text.lastIndexOf('\n', start - 1) + 1;
    // A first line stands in for the line that the containers' prefixes are taken off.
    const line = stripContainers(`\n${this.text.slice(lineStart, start)}`, this.#containers).slice(1);
    return /^ +$/.test(line) ? line : '';
  }

  notice(code: string, message: string, node: Nodes): void {
    this.#reading.notices.push({ code, message, start: startOf(node), end: endOf(node) });
  }
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
function rememberGap(
  { node, start }: PlacedNodes,
  before: PlacedNodes | undefined,
  text: string,
  usual: number,
): TiptapNode {
  if (before === undefined) return node;
  let gap = -1;
  for (let at = text.indexOf('\n', before.end); at !== -1 && at < start; at = text.indexOf('\n', at + 1))
    gap += 1;
  return gap === usual || gap < 0 ? node : withMarkup(node, { gap });
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
