import { lineEndOf } from '../lineEndOf.js';
import type { ScannedSummary, Segment } from './Segment.js';
import { destinationStyle, type DestinationStyle } from './target.js';

/** How a SUMMARY.md is laid out, as far as its own lines show; GitBook's own layout for the rest. */
export interface SummaryStyle {
  readonly eol: string;
  readonly marker: string;
  /** Columns between a marker and what follows it. */
  readonly blanks: number;
  /** Columns from an entry's marker to those of its children. */
  readonly step: number;
  readonly withTabs: boolean;
  /** Column of the entries that stand in no other. */
  readonly indent: number;
  /** What stands between two entries: one line end or more. */
  readonly entryGap: string;
  readonly destination: DestinationStyle;
}

/** Reads the layout off the first entries that show it. */
export function summaryStyle({ text, segments }: ScannedSummary): SummaryStyle {
  const eol = lineEndOf(text);
  const items = segments.filter(({ marker }) => marker !== '');
  const [first] = items;
  const nested = items.find(({ parent, sharesLine }) => parent !== undefined && !sharesLine);
  const paired = items.find((item) => isItem(segments[item.index + 1]));
  const sources = items
    .filter(({ node }) => node.kind === 'page')
    .map(({ link }) => text.slice(link?.url.start, link?.url.end));
  return {
    eol,
    marker: first?.marker ?? '*',
    blanks: first === undefined ? 1 : blanksOf(first),
    step: nested === undefined ? 2 : nested.indent - (nested.parent?.indent ?? 0),
    withTabs: nested !== undefined && text.charAt(nested.from) === '\t',
    indent: items.find(({ parent }) => parent === undefined)?.indent ?? 0,
    entryGap: paired === undefined ? eol : gapAfter(text, segments, paired),
    destination: {
      encodesSpaces: sources.some((source) => destinationStyle(source).encodesSpaces),
      encodesLetters: sources.some((source) => destinationStyle(source).encodesLetters),
      dotted:
        sources.length > 0 &&
        sources.every((source) => destinationStyle(source).dotted || /^<?\.\.\//.test(source)),
    },
  };
}

/** What stands between a segment and the next, or the end of the file. */
export function gapAfter(text: string, segments: readonly Segment[], segment: Segment): string {
  return text.slice(segment.end, segments[segment.index + 1]?.from ?? text.length);
}

/** Columns between a marker and its content. */
export function blanksOf({ contentColumn, indent, marker }: Segment): number {
  return contentColumn - indent - marker.length;
}

function isItem(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.marker !== '' && !segment.sharesLine;
}
