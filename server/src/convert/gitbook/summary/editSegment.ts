import { writeDestination, writeTitle } from '../../marks/destination.js';
import { escapeHeading, escapeLabel, escapeParagraph } from './escapeTitle.js';
import { printDestination, printEntry, printWords } from './printNode.js';
import { sameNode } from './sameTree.js';
import type { PlacedLink, Segment } from './Segment.js';
import type { Span, SummaryEntry, SummaryGroup, SummaryTitle } from './SummaryTree.js';
import { destinationStyle, type DestinationStyle } from './target.js';
import type { WantedNode } from './WantedNode.js';

/** A piece of the old text that is replaced. */
export interface Replacement extends Span {
  readonly text: string;
}

/** Where and how the destinations of a file are written. */
export interface Destinations {
  readonly text: string;
  readonly folder: string;
  readonly style: DestinationStyle;
}

/** What to replace in a segment so that it says what a node says; nothing when it has to be written anew. */
export function editSegment(
  segment: Segment,
  node: WantedNode['node'],
  destinations: Destinations,
): readonly Replacement[] | undefined {
  const old = segment.node;
  if (sameNode(old, node)) return [];
  if (old.kind === 'title' || old.kind === 'group') {
    return node.kind === old.kind ? editHeading(segment, old, node, destinations.text) : undefined;
  }
  const isEntry = node.kind === 'page' || node.kind === 'link' || node.kind === 'text';
  if (!isEntry || old.kind === 'separator' || old.kind === 'source' || segment.content === undefined) {
    return undefined;
  }
  const { link } = segment;
  const { folder, style } = destinations;
  if (node.kind === 'text' || old.kind === 'text' || link === undefined) {
    return [{ ...segment.content, text: printEntry(node, folder, style) }];
  }
  if (link.autolink) return [{ ...link.whole, text: printEntry(node, folder, style) }];
  return editLink(link, old, node, destinations);
}

type Linked = Exclude<SummaryEntry, { kind: 'text' }>;

function editLink(
  link: PlacedLink,
  old: Linked,
  node: Linked,
  { text, folder, style }: Destinations,
): Replacement[] {
  const edits: Replacement[] = [];
  if (old.title !== node.title) edits.push({ ...link.label, text: escapeLabel(node.title) });
  const written = text.slice(link.url.start, link.url.end);
  const leadsElsewhere = keyOf(old) !== keyOf(node);
  if (leadsElsewhere) {
    const own = destinationStyle(written);
    const mixed = {
      encodesSpaces: own.encodesSpaces || (style.encodesSpaces && !written.startsWith('<')),
      encodesLetters: own.encodesLetters || style.encodesLetters,
      dotted: own.dotted,
    };
    edits.push({ ...link.url, text: printDestination(node, folder, mixed) });
  } else if (written === '') {
    edits.push({ ...link.url, text: writeDestination('') });
  }
  if ((old.linkTitle ?? '') !== (node.linkTitle ?? '')) {
    const start = link.url.end;
    edits.push({ start, end: link.title?.end ?? start, text: writeTitle(node.linkTitle) });
  }
  return edits;
}

function keyOf(node: Linked): string {
  return node.kind === 'link' ? node.url : `${node.path}\n${node.suffix ?? ''}`;
}

function editHeading(
  { content, start }: Segment,
  old: SummaryTitle | Extract<SummaryGroup, { kind: 'group' }>,
  node: SummaryTitle | Extract<SummaryGroup, { kind: 'group' }>,
  text: string,
): readonly Replacement[] | undefined {
  const anchors = [old, node].map((heading) => (heading.kind === 'group' ? (heading.anchor ?? '') : ''));
  if (content === undefined) return undefined;
  if (anchors[0] !== anchors[1]) return [{ ...content, text: printWords(node) }];
  // Words under which a line is drawn begin a line and could begin another block there.
  const words = text.charAt(start) === '#' ? escapeHeading(node.title) : escapeParagraph(node.title);
  return [{ ...(old.place?.title ?? content), text: words }];
}

/** Part of a text with some pieces replaced, given in the order of the text and not overlapping. */
export function replaceIn(text: string, { start, end }: Span, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = start;
  for (const replacement of replacements) {
    parts.push(text.slice(at, replacement.start), replacement.text);
    at = replacement.end;
  }
  parts.push(text.slice(at, end));
  return parts.join('');
}
