import type { Nodes } from 'mdast';
import type { Flavour } from '../conversion.js';
import type { InlinePrinter, Place, Printer } from '../print/Printer.js';
import type { Piece } from '../print/Piece.js';
import type { Reader } from '../read/Reader.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';

/** One document in both forms. Tests turn either into the other; it is documentation too. */
export interface Example {
  readonly name: string;
  readonly markdown: string;
  readonly tiptap: readonly TiptapNode[];
  /** How the Markdown is to be read; as GitHub's when absent. */
  readonly flavour?: Flavour;
  /** `read`: the printer prefers another form of the same. Default: both ways. */
  readonly only?: 'read' | 'print';
}

/** Blocks read from a run of siblings, and how many of those they take. */
export interface TakenBlock {
  readonly node: TiptapNode;
  readonly count: number;
}

/** Both directions of a block node. */
export interface BlockRule {
  /** TipTap node types that `print` prints. */
  readonly types: readonly string[];
  /** The node in Markdown; undefined when it has no form and its JSON has to be carried. */
  readonly print?: (node: TiptapNode, printer: Printer, place: Place) => string | undefined;
  /** mdast types that `read` looks at. */
  readonly reads: readonly Nodes['type'][];
  /** Reads the node at `at` and as many after it as belong to it; undefined leaves them to another rule. */
  readonly read?: (nodes: readonly Nodes[], at: number, reader: Reader) => TakenBlock | undefined;
  readonly examples: readonly Example[];
}

/** Inline nodes read from a run of siblings, and how many of those they take. */
export interface TakenInlines {
  readonly nodes: readonly TiptapNode[];
  readonly count: number;
}

/** Both directions of an inline node or a mark. */
export interface InlineRule {
  readonly types: readonly string[];
  readonly printNode?: (node: TiptapNode, printer: InlinePrinter) => readonly Piece[] | undefined;
  /** The mark around finished pieces; undefined when it has no form. */
  readonly printMark?: (
    mark: TiptapMark,
    inner: readonly Piece[],
    printer: InlinePrinter,
  ) => readonly Piece[] | undefined;
  readonly reads: readonly Nodes['type'][];
  readonly read?: (
    nodes: readonly Nodes[],
    at: number,
    reader: Reader,
    marks: readonly TiptapMark[],
  ) => TakenInlines | undefined;
  readonly examples: readonly Example[];
}
