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
  const steps = items.flatMap(({ parent, sharesLine, indent, from }) =>
    parent === undefined || sharesLine
      ? []
      : [{ step: indent - parent.indent, withTabs: text.charAt(from) === '\t' }],
  );
  const gaps = items.flatMap((item) => {
    const next = segments[item.index + 1];
    const isEntry = next !== undefined && next.marker !== '' && !next.sharesLine;
    return isEntry ? [text.slice(item.end, next.from)] : [];
  });
  const sources = items
    .filter(({ node }) => node.kind === 'page')
    .map(({ link }) => text.slice(link?.url.start, link?.url.end));
  return {
    eol,
    marker: first?.marker ?? '*',
    blanks: first === undefined ? 1 : blanksOf(first),
    step: steps[0]?.step ?? 2,
    withTabs: steps[0]?.withTabs ?? false,
    indent: items.find(({ parent }) => parent === undefined)?.indent ?? 0,
    entryGap: gaps[0] ?? eol,
    destination: {
      encodesSpaces: sources.some((source) => destinationStyle(source).encodesSpaces),
      encodesLetters: sources.some((source) => destinationStyle(source).encodesLetters),
      dotted:
        sources.length > 0 &&
        sources.every((source) => destinationStyle(source).dotted || /^<?\.\.\//.test(source)),
    },
  };
}

/** Columns between a marker and its content. */
export function blanksOf({ contentColumn, indent, marker }: Segment): number {
  return contentColumn - indent - marker.length;
}
