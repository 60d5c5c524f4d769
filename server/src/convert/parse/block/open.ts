import type { Blockquote, FootnoteDefinition, List, ListItem, Root } from 'mdast';
import type { Lines } from '../Content.js';

/** A block that holds blocks and may get more of them. */
export interface Container {
  readonly kind: 'root' | 'quote' | 'item' | 'footnote';
  readonly node: Root | Blockquote | ListItem | FootnoteDefinition;
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
  /** The bullet, or the delimiter after a number. */
  readonly marker: number;
}

/** A block whose lines are being collected. */
export interface Leaf {
  readonly kind: 'paragraph' | 'indented' | 'fence' | 'math' | 'html' | 'table' | 'verbatim';
  readonly from: number;
  readonly lines: Lines;
  /** The fence of code or a formula. */
  readonly fence?: Fence;
  /** What ends an HTML block; a blank line does when there is none. */
  readonly end?: RegExp | undefined;
  /** Where source that is kept as it is ends. */
  readonly until?: number;
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
