import type { Html, Nodes } from 'mdast';
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
import { isSpaceOrTab, skipBlanks } from '../parse/codes.js';
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
      // Nothing but blanks follows a part on its last line.
      const end = endOf(last);
      const blanks = this.text.slice(end, skipBlanks(this.text, end, this.text.length));
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
  let at = 0;
  for (let from = nodes[at]; from !== undefined; from = nodes[at]) {
    const taken = takeBlock(nodes, at, from, reader);
    at += taken.count;
    // A rule takes one node at least.
    const last = nodes[at - 1] as Nodes;
    const comment = nodes[at];
    const carried = comment?.type === 'html' ? attributesAfter(comment, last, reader) : undefined;
    if (comment !== undefined && carried !== undefined) {
      placed.push(placeOf(withAttributes(taken.node, carried), from, comment));
      at += 1;
    } else {
      placed.push(placeOf(taken.node, from, last));
    }
  }
  return placed;
}

function placeOf(node: TiptapNode, from: Nodes, to: Nodes): PlacedNodes {
  return { node, start: startOf(from), end: endOf(to), from, to };
}

function takeBlock(nodes: readonly Nodes[], at: number, node: Nodes, reader: Reader): TakenBlock {
  for (const rule of BLOCKS_BY_SYNTAX.get(node.type) ?? []) {
    const taken = rule.read?.(nodes, at, reader);
    if (taken !== undefined) return taken;
  }
  return { node: rawBlock(reader.source(node), 'raw'), count: 1 };
}

/** A carrier comment on the line right after a block holds attributes of it. */
function attributesAfter(comment: Html, block: Nodes, reader: Reader): TiptapNode['attrs'] | undefined {
  if (reader.text.slice(endOf(block), startOf(comment)).split('\n').length !== 2) return undefined;
  const carried = readCarrier(comment.value);
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
  let at = 0;
  for (let node = nodes[at]; node !== undefined; node = nodes[at]) {
    let taken: { readonly nodes: readonly TiptapNode[]; readonly count: number } | undefined;
    for (const rule of INLINES_BY_SYNTAX.get(node.type) ?? []) {
      taken = rule.read?.(nodes, at, reader, marks);
      if (taken !== undefined) break;
    }
    taken ??= { nodes: [rawInline(reader.source(node), node.type, marks)], count: 1 };
    for (const one of taken.nodes) read.push(one);
    at += taken.count;
  }
  return read;
}
