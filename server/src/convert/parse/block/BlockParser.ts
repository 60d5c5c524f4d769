import type { ListItem, Root, RootContent } from 'mdast';
import { ConversionTooDeepError } from '../../../errors/conversionErrors.js';
import { MAX_DEPTH } from '../../limits.js';
import type { Content } from '../Content.js';
import type { ParseContext } from '../ParseContext.js';
import { Span } from '../Span.js';
import { Cursor } from './Cursor.js';
import { closeLeaf } from './closeLeaf.js';
import { takeContainer } from './containerLine.js';
import { closingFence, stripFenceIndent } from './fence.js';
import { Following } from './Following.js';
import { isHtmlEnd } from './htmlBlock.js';
import type { Container, ItemContainer, Leaf, TextLeaf } from './open.js';
import { startBlock } from './startBlock.js';
import { isRow, opensTable } from './table.js';
import { isTagLine } from './verbatim.js';

/** A node whose children are still to be read from its text. */
export interface PendingInlines {
  readonly node: { children: RootContent[] };
  readonly content: Content;
}

/**
 * The block structure of a text, line by line (CommonMark 0.31.2, appendix "A parsing strategy", phase 1), with GFM's
 * tables, task items and footnotes.
 */
export class BlockParser {
  readonly context: ParseContext;
  readonly cursor: Cursor;
  readonly following = new Following(this);
  /** Open containers, the root first. */
  readonly stack: Container[] = [];
  /** Nodes that wait for their inline content. */
  readonly pending: PendingInlines[] = [];
  leaf: Leaf | undefined;
  /** Blocks that hold blocks began in this line. */
  #opened = false;
  /** All open containers go on in this line. */
  #whole = false;

  constructor(context: ParseContext) {
    this.context = context;
    this.cursor = new Cursor(context.text, context.syntax.mdx ? Infinity : 3);
    const node: Root = { type: 'root', children: [] };
    this.stack.push({ kind: 'root', node, from: 0, to: context.text.length, width: 0, list: undefined });
  }

  /** Reads all lines; the tree still lacks its inline content. */
  parse(): Root {
    const { cursor, context } = this;
    const { length } = context.text;
    for (let start = 0; start < length; start = cursor.end + 1) {
      cursor.open(start);
      context.spend(cursor.end - start + 1);
      this.#line();
    }
    this.closeTo(0, true);
    const [root] = this.stack;
    return root?.node as Root;
  }

  /** The innermost open container. */
  get top(): Container {
    return this.stack[this.stack.length - 1] as Container;
  }

  /** Closes the leaf, and the containers from a depth on. */
  closeTo(depth: number, atEnd = false): void {
    const { leaf } = this;
    if (leaf !== undefined) {
      this.leaf = undefined;
      closeLeaf(this, leaf, atEnd);
    }
    while (this.stack.length > depth) {
      const container = this.top;
      this.#seal(container);
      if (this.stack.length === 1) return;
      this.stack.pop();
      const { top } = this;
      if (container.to > top.to) top.to = container.to;
    }
  }

  /** Adds a finished block to the innermost container. */
  attach(node: RootContent, to: number): void {
    this.context.parts.add();
    const { top } = this;
    (top.node.children as RootContent[]).push(node);
    top.list = undefined;
    if (to > top.to) top.to = to;
  }

  /** Opens a container in the innermost one. */
  push(container: Container): void {
    if (this.stack.length > MAX_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    this.stack.push(container);
  }

  span(from: number, to: number): Span {
    return new Span(from, to, this.context.lines);
  }

  #line(): void {
    const { cursor } = this;
    const depth = this.#matchContainers();
    const { leaf } = this;
    const whole = (this.#whole = depth === this.stack.length);
    cursor.look();
    if (whole && leaf !== undefined && this.#continueLeaf(leaf)) return;
    const paragraph = leaf?.kind === 'paragraph' && !cursor.blank ? leaf : undefined;
    const below = whole ? paragraph : undefined;
    const lazy = whole ? undefined : paragraph;
    if (this.#start(depth, below, lazy)) return;
    if (!this.#opened) {
      if (this.leaf === leaf && this.#extend(leaf, below, lazy)) return;
      this.closeTo(depth);
    }
    if (cursor.blank) return;
    cursor.skipBlanks();
    this.leaf = { kind: 'paragraph', from: cursor.offset, lines: [cursor.rest()] };
  }

  /** Gives a paragraph or a table a line in which nothing else begins. */
  #extend(leaf: Leaf | undefined, below: TextLeaf | undefined, lazy: TextLeaf | undefined): boolean {
    const { cursor } = this;
    if (below !== undefined && opensTable(this, below)) return true;
    const row = leaf?.kind === 'table' && this.#whole && isRow(cursor) ? leaf : undefined;
    const taker = below ?? lazy ?? row;
    if (taker === undefined) return false;
    cursor.skipBlanks();
    taker.lines.push(cursor.rest());
    return true;
  }

  /** How many open containers this line belongs to. */
  #matchContainers(): number {
    const { cursor, stack } = this;
    let depth = 1;
    for (; depth < stack.length; depth += 1) {
      const container = stack[depth] as Container;
      cursor.look();
      // A list item may begin with one blank line only.
      if (cursor.blank && this.#isEmpty(container, depth)) break;
      if (!takeContainer(cursor, container)) break;
      if (container.kind === 'quote') container.to = cursor.end;
    }
    return depth;
  }

  #isEmpty({ kind, node }: Container, depth: number): boolean {
    const innermost = depth === this.stack.length - 1 && this.leaf === undefined;
    return kind === 'item' && innermost && node.children.length === 0;
  }

  /** Gives a leaf other than a paragraph or a table its next line; false when it ends before this line. */
  #continueLeaf(leaf: Leaf): boolean {
    const { cursor } = this;
    switch (leaf.kind) {
      case 'indented':
        if (cursor.indent >= 4) cursor.skipColumns(4);
        else if (cursor.blank) cursor.skipBlanks();
        else return false;
        break;
      case 'fence':
      case 'math':
        if (closingFence(cursor, leaf.fence)) {
          this.leaf = undefined;
          closeLeaf(this, leaf, false, cursor.end);
          return true;
        }
        stripFenceIndent(cursor, leaf.fence.indent);
        break;
      case 'html':
        if (leaf.end === undefined && (cursor.blank || isTagLine(this))) return false;
        leaf.lines.push(cursor.rest());
        if (isHtmlEnd(cursor, leaf.end)) this.closeTo(this.stack.length);
        return true;
      case 'verbatim':
        if (cursor.start >= leaf.until) return false;
        break;
      case 'paragraph':
      case 'table':
        return false;
    }
    leaf.lines.push(cursor.rest());
    return true;
  }

  /** Opens the blocks that begin in this line; true when nothing of the line is left. */
  #start(depth: number, below: TextLeaf | undefined, lazy: TextLeaf | undefined): boolean {
    const { cursor } = this;
    let level = depth;
    let paragraph = below ?? lazy;
    this.#opened = false;
    for (;;) {
      if (cursor.indent > cursor.deepest) {
        if (cursor.blank || paragraph !== undefined) return false;
        this.closeTo(level);
        const from = cursor.offset;
        cursor.skipColumns(4);
        this.leaf = { kind: 'indented', from, lines: [cursor.rest()] };
        return true;
      }
      if (cursor.blank) return false;
      const started = startBlock(this, cursor.peek(), level, paragraph, paragraph === below);
      if (started !== 'container') return started === 'leaf';
      this.#opened = true;
      paragraph = undefined;
      level = this.stack.length;
      cursor.look();
    }
  }

  /** Gives a container its place, and a list what its items make of it. */
  #seal(container: Container): void {
    container.node.position = this.span(container.from, container.to);
    if (container.kind === 'item') this.#sealItem(container);
  }

  #sealItem({ node, parent, to }: ItemContainer): void {
    node.spread = this.#hasBlankBetween(node.children);
    const list = parent.node;
    list.position = this.span(parent.from, to);
    if (list.spread !== true) list.spread = this.#hasBlankBetween(list.children.slice(-2));
  }

  /** Whether blank lines part blocks that follow one another. */
  #hasBlankBetween(nodes: readonly (RootContent | ListItem)[]): boolean {
    let before: Span | undefined;
    for (const { position } of nodes) {
      const span = position as Span;
      if (before !== undefined && this.#isBlankLine(before.to, span.from)) return true;
      before = span;
    }
    return false;
  }

  /** Whether two line feeds stand between a block and the next. */
  #isBlankLine(from: number, to: number): boolean {
    const { text } = this.context;
    const second = text.indexOf('\n', text.indexOf('\n', from) + 1);
    return second !== -1 && second < to;
  }
}
