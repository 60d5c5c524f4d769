/** A range of UTF-16 offsets into the file as it was given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a node stands in the file that it was read from. The writer pays no heed to it. */
export interface SummaryPlace extends Span {
  /** The text that gives the title: a link's label, a group's words. */
  readonly title?: Span;
  /** A link's destination with its angle brackets, if it has them. */
  readonly destination?: Span;
  /** A link's title with its quotes. */
  readonly linkTitle?: Span;
}

interface Placed {
  readonly place?: SummaryPlace;
}

/** The heading of the file: its first heading of level 1. */
export interface SummaryTitle extends Placed {
  readonly kind: 'title';
  readonly title: string;
}

/** An entry that stands for a file of the project. */
export interface SummaryPage extends Placed {
  readonly kind: 'page';
  readonly title: string;
  /** Path of the file from the content root, decoded: `guides/read me.md`. */
  readonly path: string;
  /** Query and anchor as they are written, with `?` or `#`; such an entry points into a page and is none itself. */
  readonly suffix?: string;
  /** The short title shown in navigation. */
  readonly linkTitle?: string;
  readonly nodes: readonly SummaryNode[];
}

/** An entry that leads elsewhere: an address, or a destination that is no file of the project. */
export interface SummaryLink extends Placed {
  readonly kind: 'link';
  readonly title: string;
  readonly url: string;
  readonly linkTitle?: string;
  readonly nodes: readonly SummaryNode[];
}

/** An entry without a link. */
export interface SummaryText extends Placed {
  readonly kind: 'text';
  readonly title: string;
  readonly nodes: readonly SummaryNode[];
}

/** Anything else, kept as it is: comments, paragraphs, code, entries that begin with a block. */
export interface SummarySource extends Placed {
  readonly kind: 'source';
  /** Whether it is an item of a list. */
  readonly item: boolean;
  /** Its lines joined by `\n`, without the indentation of the place it stands in. */
  readonly source: string;
  readonly nodes: readonly SummaryNode[];
}

export type SummaryEntry = SummaryPage | SummaryLink | SummaryText;
export type SummaryNode = SummaryEntry | SummarySource;

/** A part with a heading of level 2 to 4 above it. */
export interface SummaryHeading extends Placed {
  readonly kind: 'group';
  readonly title: string;
  /** The `id` of an `<a>` in the heading, by which a group keeps its address. */
  readonly anchor?: string;
  readonly nodes: readonly SummaryNode[];
}

/** A part without a heading, behind a rule. */
export interface SummarySeparator extends Placed {
  readonly kind: 'separator';
  readonly nodes: readonly SummaryNode[];
}

export type SummaryGroup = SummaryHeading | SummarySeparator;

/** What a SUMMARY.md says: the nodes before the first group, then the groups, all in the order of the file. */
export interface SummaryTree {
  readonly nodes: readonly (SummaryTitle | SummaryNode)[];
  readonly groups: readonly SummaryGroup[];
}

export type SummaryProblemCode =
  | 'summary-too-large'
  | 'summary-too-deep'
  | 'summary-unknown'
  | 'summary-second-title'
  | 'summary-ignored-text'
  | 'summary-duplicate'
  | 'summary-empty-link'
  | 'summary-absolute'
  | 'summary-outside'
  | 'summary-folder'
  | 'summary-unsafe-path'
  | 'summary-bad-encoding'
  | 'summary-not-writable';

/** Something in a SUMMARY.md that a person may want to know of; nothing of it stops the reading. */
export interface SummaryProblem extends Span {
  readonly code: SummaryProblemCode;
  readonly message: string;
}

/** Longest SUMMARY.md that is read, in UTF-16 code units. */
export const MAX_SUMMARY_LENGTH = 1_000_000;

/** Deepest nesting of entries that is read and written. */
export const MAX_SUMMARY_DEPTH = 64;

/** A title as SUMMARY.md holds it: runs of blanks and line ends are one space, none at the edges. */
export function summaryTitle(text: string): string {
  return text
    .split(/[\t\n\v\f\r ]/)
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll('\0', '\ufffd');
}
