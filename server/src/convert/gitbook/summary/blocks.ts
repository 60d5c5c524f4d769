import type { Fence, Marker } from './blockStarts.js';
import type { HtmlEnd } from './htmlBlocks.js';
import type { Span } from './SummaryTree.js';

/** An item of a list; columns are counted from the start of the line that holds the marker. */
export interface ItemBlock {
  readonly kind: 'item';
  readonly line: number;
  /** Where its first line begins. */
  readonly from: number;
  /** Offset of the marker. */
  readonly start: number;
  readonly marker: Marker;
  readonly indent: number;
  readonly contentColumn: number;
  readonly blocks: Block[];
}

/** A paragraph or a heading: the spans of its text, one a line. */
export interface TextBlock {
  kind: 'paragraph' | 'heading';
  level: number;
  readonly line: number;
  readonly from: number;
  readonly start: number;
  readonly lines: Span[];
}

/** A block whose inside is not looked at. */
export interface OpaqueBlock {
  readonly kind: 'rule' | 'fence' | 'html' | 'code' | 'quote';
  readonly line: number;
  readonly from: number;
  readonly start: number;
}

export type Block = ItemBlock | TextBlock | OpaqueBlock;

/** The leaf block that the next line may go on with. */
export type OpenLeaf =
  | { readonly kind: 'paragraph'; readonly block: TextBlock }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'html'; readonly end: HtmlEnd }
  | { readonly kind: 'code' };

/** An open container: an item, or a quote, whose blocks nobody asks for. */
export interface Container {
  readonly item: ItemBlock | undefined;
  /** Columns that a line needs to go on in it; of no meaning for a quote. */
  readonly width: number;
  readonly blocks: Block[];
}
