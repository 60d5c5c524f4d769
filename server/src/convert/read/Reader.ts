import type { Nodes } from 'mdast';
import type { ConversionTerms } from '../terms.js';
import type { Definition } from '../labels.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import type { Where } from '../print/Printer.js';

/** What continues a container on the lines after its first: a quote's `>` or a list item's indentation. */
export type Container =
  | { readonly kind: 'quote' }
  | {
      readonly kind: 'item';
      readonly width: number;
      /** Blank lines part the blocks of the item. */
      readonly spread: boolean;
    };

/** A block and where it stands in the text read. */
export interface Placed {
  readonly node: TiptapNode;
  readonly start: number;
  readonly end: number;
}

/** What a rule needs to read mdast nodes. */
export interface Reader {
  readonly traits: ConversionTerms;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Where the inline content that is being read stands. */
  readonly where: Where;
  /** The whole text that is being read, line feeds only. */
  readonly text: string;
  /** Blocks; blank lines between them that are not the usual one are remembered as `markup.gap`. */
  blocks(nodes: readonly Nodes[], container?: Container): readonly TiptapNode[];
  /** Inline content, each node of which gets the marks given. */
  inlines(nodes: readonly Nodes[], marks: readonly TiptapMark[], where?: Where): readonly TiptapNode[];
  /** The source of a node, or from one node to another, without the prefixes of the containers around. */
  source(from: Nodes, to?: Nodes): string;
  /** Keeps the source of a part of a container, for an edit that leaves it alone. */
  remember(part: TiptapNode, node: Nodes, last?: Nodes): void;
  /** The spaces between a node and what its containers put in front of its line; empty when it opens no line. */
  indentOf(node: Nodes): string;
  notice(code: string, message: string, node: Nodes): void;
}
