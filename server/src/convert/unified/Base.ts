import type { Nodes, RootContent } from 'mdast';
import type { Container } from '../read/Reader.js';
import { stripContainers } from '../read/stripContainers.js';
import type { ReadSource } from './readSource.js';
import { sameContent } from './sameContent.js';

/** A node as it was read. */
export interface BaseNode {
  readonly node: Nodes;
  /** Its source with line feeds only, without what containers put in front of its lines. */
  readonly source: string;
}

interface Held {
  readonly node: Nodes;
  readonly containers: readonly Container[];
}

/** What a file said before plug-ins changed its tree. */
export class Base {
  readonly source: ReadSource;
  readonly blocks: readonly RootContent[];
  #held: ReadonlyMap<string, Held> | undefined;

  constructor(source: ReadSource) {
    this.source = source;
    this.blocks = source.root.children;
  }

  /** The bytes of a top-level block. */
  bytes(block: number): string {
    const { start, end } = rangeOf(this.blocks[block]);
    return this.source.text.slice(start, end);
  }

  /** The bytes between a top-level block and the next. */
  gap(block: number): string {
    return this.source.text.slice(rangeOf(this.blocks[block]).end, rangeOf(this.blocks[block + 1]).start);
  }

  /** What stands before the first block. */
  get head(): string {
    return this.source.text.slice(0, rangeOf(this.blocks[0]).start);
  }

  /** What stands behind the last block. */
  get tail(): string {
    return this.source.text.slice(rangeOf(this.blocks.at(-1)).end);
  }

  /** The node that was read where a node says it stands; undefined when that is another kind of node. */
  at(node: Nodes): BaseNode | undefined {
    const held = this.#index().get(keyOf(node));
    if (held === undefined) return undefined;
    const { start, end } = rangeOf(held.node);
    const lines = this.source.text.slice(start, end).replace(/\r\n?/g, '\n');
    return { node: held.node, source: stripContainers(lines, held.containers) };
  }

  /** The source of a node that is as it was read. */
  unchanged(node: Nodes): string | undefined {
    const held = this.at(node);
    return held !== undefined && sameContent(held.node, node) ? held.source : undefined;
  }

  /** A node that was read, or all there is, with what is in it. */
  *within(node: Nodes = this.source.root): Iterable<BaseNode> {
    const held = this.at(node);
    if (held !== undefined) yield held;
    if ('children' in node) for (const child of node.children) yield* this.within(child);
  }

  #index(): ReadonlyMap<string, Held> {
    if (this.#held !== undefined) return this.#held;
    const held = new Map<string, Held>();
    const visit = (node: Nodes, containers: readonly Container[]): void => {
      held.set(keyOf(node), { node, containers });
      if (!('children' in node)) return;
      const inner = containerOf(node, this.source.text);
      const around = inner === undefined ? containers : [...containers, inner];
      for (const child of node.children) visit(child, around);
    };
    for (const block of this.blocks) visit(block, []);
    this.#held = held;
    return held;
  }
}

/** A list item's marker, and the blanks behind it that its other lines are indented by, too. */
const ITEM = /^([-+*]|\d{1,9}[.)])( {1,4}(?=[^ \r\n]))?/;

/** Where a node stands in the file; -1 when it does not say. */
export function rangeOf(node: Nodes | undefined): { readonly start: number; readonly end: number } {
  return { start: node?.position?.start.offset ?? -1, end: node?.position?.end.offset ?? -1 };
}

function keyOf(node: Nodes): string {
  const { start, end } = rangeOf(node);
  return `${node.type} ${start} ${end}`;
}

function containerOf(node: Nodes, text: string): Container | undefined {
  if (node.type === 'blockquote') return { kind: 'quote' };
  if (node.type === 'footnoteDefinition') return { kind: 'item', width: 4, spread: false };
  if (node.type !== 'listItem') return undefined;
  const [, marker = '', blanks = ''] = ITEM.exec(
    text.slice(rangeOf(node).start, rangeOf(node).end),
  ) as RegExpExecArray;
  return { kind: 'item', width: marker.length + Math.max(blanks.length, 1), spread: false };
}
