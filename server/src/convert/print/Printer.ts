import type { Attributes, Carrier } from '../attributes.js';
import type { ConversionTerms } from '../terms.js';
import type { Definition } from '../labels.js';
import type { Syntax } from '../parse/ParseContext.js';
import type { TiptapNode } from '../tiptap.js';
import type { Piece } from './Piece.js';
import type { Style } from './style.js';

/** Where inline content stands: a heading and a cell are one line, a paragraph is several. */
export type Where = 'paragraph' | 'heading' | 'cell';

/** What a block stands in. */
export type Parent = 'doc' | 'item' | 'task' | 'quote' | 'cell' | 'details';

/** A block's place among its siblings. */
export interface Place {
  readonly parent: Parent;
  readonly siblings: readonly TiptapNode[];
  readonly index: number;
}

/**
 * What the printer relies on: `source` writes remembered source and follows remembered style, `styled` only the style,
 * `plain` neither, `careful` escapes whatever could be read as syntax.
 */
export type PrintMode = 'source' | 'styled' | 'plain' | 'careful';

/** What a rule needs to print a node. Texts have line feeds, no prefix of a container and no final line feed. */
export interface Printer {
  readonly mode: PrintMode;
  readonly style: Style;
  readonly traits: ConversionTerms;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** How a node was written, as far as the mode follows that; its `source` may be written as it is. */
  readonly written: (carrier: Carrier) => Attributes;
  /** One block; a fence with its JSON when it has no other form. */
  readonly block: (node: TiptapNode, place: Place) => string;
  /** Blocks and the blank lines between them; `dense` sets how blocks without remembered gap are parted. */
  readonly blocks: (nodes: readonly TiptapNode[], parent: Parent, dense?: boolean) => string;
  /** Inline content; undefined when some node or mark of it has no Markdown form. */
  readonly inline: (nodes: readonly TiptapNode[], where: Where, place?: Place) => string | undefined;
}

/** What a rule needs to print a mark or an inline node. */
export interface InlinePrinter {
  readonly mode: PrintMode;
  readonly style: Style;
  readonly where: Where;
  readonly syntax: Syntax;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** How a node or mark was written, as far as the mode follows that. */
  readonly written: (carrier: Carrier) => Attributes;
  /** Escapes and joins pieces where no other text stands beside them, as in a directive's label. */
  readonly assemble: (pieces: readonly Piece[]) => string;
}
