import { writeDestination, writeTitle } from '../../marks/destination.js';
import { escapeHeading, escapeLabel, escapeParagraph } from './escapeTitle.js';
import { printDestination, printEntry, printWords } from './printNode.js';
import { sameNode } from './sameTree.js';
import type { PlacedLink, Segment } from './Segment.js';
import { summaryTitle, type Span, type SummaryEntry } from './SummaryTree.js';
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
  const { content, words, link } = segment;
  if (content === undefined || node.kind === 'separator' || node.kind === 'source') return undefined;
  const { text, folder, style } = destinations;
  if (node.kind === 'title' || node.kind === 'group') {
    return words === undefined || anchorOf(old) !== anchorOf(node)
      ? [{ ...content, text: printWords(node) }]
      : [{ ...words, text: wordsAt(text, segment.start, node.title) }];
  }
  if (node.kind === 'text' || !isLinked(old) || link === undefined) {
    return [{ ...content, text: printEntry(node, folder, style) }];
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
  if (old.title !== summaryTitle(node.title)) edits.push({ ...link.label, text: escapeLabel(node.title) });
  const written = text.slice(link.url.start, link.url.end);
  const isRetitled = (old.linkTitle ?? '') !== (node.linkTitle ?? '');
  if (keyOf(old) !== keyOf(node)) {
    const own = destinationStyle(written);
    const mixed = {
      encodesSpaces: own.encodesSpaces || (style.encodesSpaces && !written.startsWith('<')),
      encodesLetters: own.encodesLetters || style.encodesLetters,
      dotted: own.dotted,
    };
    edits.push({ ...link.url, text: printDestination(node, folder, mixed) });
  } else if (isRetitled && written === '') {
    edits.push({ ...link.url, text: writeDestination('') });
  }
  if (isRetitled) {
    const start = link.url.end;
    edits.push({ start, end: link.title?.end ?? start, text: writeTitle(node.linkTitle) });
  }
  return edits;
}

function keyOf(node: Linked): string {
  return node.kind === 'link' ? node.url : `${node.path}\n${node.suffix ?? ''}`;
}

function isLinked(node: Segment['node']): node is Linked {
  return node.kind === 'page' || node.kind === 'link';
}

function anchorOf(node: Segment['node']): string {
  return node.kind === 'group' ? (node.anchor ?? '') : '';
}

/** Words under which a line is drawn begin a line and could begin another block there. */
function wordsAt(text: string, start: number, title: string): string {
  return text.charAt(start) === '#' ? escapeHeading(title) : escapeParagraph(title);
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
