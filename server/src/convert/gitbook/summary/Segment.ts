import type {
  Span,
  SummaryGroup,
  SummaryNode,
  SummaryProblem,
  SummaryTitle,
  SummaryTree,
} from './SummaryTree.js';

/** A link as it stands in the file. */
export interface PlacedLink {
  readonly whole: Span;
  readonly label: Span;
  readonly url: Span;
  readonly title: Span | undefined;
  readonly autolink: boolean;
}

/** The lines of a file that belong to one node and to none below it. */
export interface Segment {
  readonly node: SummaryTitle | SummaryGroup | SummaryNode;
  /** Place in the order of the file. */
  readonly index: number;
  /** The entry it stands in. */
  readonly parent: Segment | undefined;
  /** Where its bytes begin: at a line's start, or at its marker when that follows another in the line. */
  readonly from: number;
  /** Where the node itself begins, behind the indentation. */
  readonly start: number;
  /** The end of its last line that is not blank, line end excluded. */
  readonly end: number;
  /** Column of the node; for an item, of its marker. */
  readonly indent: number;
  /** Column where the content of an item begins. */
  readonly contentColumn: number;
  /** List marker of an item, empty for anything else. */
  readonly marker: string;
  /** Whether its marker stands behind that of its parent, in one line. */
  readonly sharesLine: boolean;
  /** The text of its paragraph or heading. */
  readonly content: Span | undefined;
  /** The words of a heading. */
  readonly words: Span | undefined;
  readonly link: PlacedLink | undefined;
  /** Whether its lines say more than its node does. */
  readonly saysMore: boolean;
}

/** A SUMMARY.md cut into segments: `lead`, then each segment and the blank lines after it, make up the file. */
export interface ScannedSummary {
  readonly text: string;
  readonly tree: SummaryTree;
  readonly segments: readonly Segment[];
  /** Byte order mark, front matter and blank lines before the first segment. */
  readonly lead: string;
  readonly problems: readonly SummaryProblem[];
}
