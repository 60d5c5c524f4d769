import { writeDestination, writeTitle } from '../../marks/destination.js';
import { escapeHeading, escapeLabel, escapeParagraph } from './escapeTitle.js';
import type { SummaryEntry, SummaryGroup, SummaryTitle } from './SummaryTree.js';
import { writeTarget, type DestinationStyle } from './target.js';

/** The destination of an entry as it stands in parentheses. */
export function printDestination(
  node: Exclude<SummaryEntry, { kind: 'text' }>,
  folder: string,
  style: DestinationStyle,
): string {
  return node.kind === 'link'
    ? writeDestination(node.url)
    : writeTarget(node.path, node.suffix ?? '', folder, style);
}

/** An entry as the paragraph of an item. */
export function printEntry(node: SummaryEntry, folder: string, style: DestinationStyle): string {
  if (node.kind === 'text') return escapeParagraph(node.title);
  const destination = printDestination(node, folder, style);
  return `[${escapeLabel(node.title)}](${destination}${writeTitle(node.linkTitle)})`;
}

/** A heading or rule as one line. */
export function printHeading(node: SummaryTitle | SummaryGroup): string {
  if (node.kind === 'separator') return '***';
  return [node.kind === 'title' ? '#' : '##', printWords(node)].filter((part) => part !== '').join(' ');
}

/** The words of a heading, and its anchor in the form that GitBook writes. */
export function printWords(node: SummaryTitle | Extract<SummaryGroup, { kind: 'group' }>): string {
  const anchor = node.kind === 'group' ? (node.anchor ?? '') : '';
  const words = escapeHeading(node.title);
  return [words, anchor === '' ? '' : `<a href="#${anchor}" id="${anchor}"></a>`]
    .filter((part) => part !== '')
    .join(' ');
}
