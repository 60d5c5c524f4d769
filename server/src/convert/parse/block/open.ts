import type { Blockquote, FootnoteDefinition, List, ListItem, Root } from 'mdast';
import type { Line, Lines } from './leafLines.js';

/** A block that holds blocks and may get more of them. */
export type Container = ItemContainer | OtherContainer;

export interface ItemContainer extends Holder {
  readonly kind: 'item';
  readonly node: ListItem;
  /** The list that the item belongs to. */
  readonly parent: OpenList;
}

interface OtherContainer extends Holder {
  readonly kind: 'root' | 'quote' | 'footnote';
  readonly node: Root | Blockquote | FootnoteDefinition;
}

interface Holder {
  readonly from: number;
  /** Where it ends so far. */
  to: number;
  /** Columns that the lines of a list item are indented by. */
  readonly width: number;
  /** The last child, when it is a list that may get more items. */
  list: OpenList | undefined;
}

/** A list that may get more items. */
export interface OpenList {
  readonly node: List;
  /** Where its first item begins. */
  readonly from: number;
  /** The bullet, or the delimiter after a number. */
  readonly marker: number;
}

/** A block whose lines are being collected. */
export type Leaf = TextLeaf | TableLeaf | FenceLeaf | HtmlLeaf | VerbatimLeaf;

export interface TextLeaf {
  readonly kind: 'paragraph' | 'indented';
  readonly from: number;
  readonly lines: Lines;
}

export interface TableLeaf {
  readonly kind: 'table';
  readonly from: number;
  readonly header: Line;
  readonly delimiters: Line;
  /** The rows below the header. */
  readonly lines: Line[];
}

/** Code between fences or a formula. */
export interface FenceLeaf {
  readonly kind: 'fence' | 'math';
  readonly from: number;
  readonly lines: Line[];
  readonly fence: Fence;
}

export interface HtmlLeaf {
  readonly kind: 'html';
  readonly from: number;
  readonly lines: Lines;
  /** What ends it; a blank line does when there is none. */
  readonly end: RegExp | undefined;
}

/** Source that is kept as it is. */
export interface VerbatimLeaf {
  readonly kind: 'verbatim';
  readonly from: number;
  readonly lines: Lines;
  /** Where it ends. */
  readonly until: number;
  /** The name of a tag of MDX that stands alone. */
  readonly tag?: string;
}

/** What opens code between fences or a formula. */
export interface Fence {
  readonly char: number;
  readonly length: number;
  readonly indent: number;
  readonly info: string;
}
