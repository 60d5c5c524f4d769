import type { BlockContent } from './inline/BlockContent.js';
import {
  plainText,
  scanInline,
  type InlineLink,
  type InlineScan,
  type InlineToken,
} from './inline/scanInline.js';
import type { PlacedLink } from './Segment.js';
import {
  summaryTitle,
  type Span,
  type SummaryNode,
  type SummaryPlace,
  type SummaryProblemCode,
} from './SummaryTree.js';
import { readTarget } from './target.js';

/** An entry read from a paragraph; its children are added to `nodes` later. */
export interface ReadEntry {
  readonly node: SummaryNode;
  readonly link: PlacedLink | undefined;
  readonly codes: readonly SummaryProblemCode[];
}

/** Reads the paragraph of an item; its first link is the entry's. */
export function readEntry(
  content: BlockContent,
  place: SummaryPlace,
  folder: string,
  nodes: readonly SummaryNode[],
): ReadEntry {
  const scan = scanInline(content.text);
  const [link] = scan.links;
  if (link === undefined) {
    const title = summaryTitle(plainText(scan.tokens));
    return {
      node: { kind: 'text', title, nodes, place: { ...place, title: content.place } },
      link,
      codes: [],
    };
  }
  const placed = placeLink(link, content);
  const { to, problem } = readTarget(link.url, folder);
  const shared = {
    title: summaryTitle(plainText(scan.tokens.slice(...link.tokens))),
    ...(link.title === undefined ? {} : { linkTitle: link.title }),
    nodes,
    place: {
      ...place,
      title: placed.label,
      destination: placed.url,
      ...(placed.title === undefined ? {} : { linkTitle: placed.title }),
    },
  };
  const codes = [
    ...(saysMore(scan, link) ? (['summary-ignored-text'] as const) : []),
    ...(problem === undefined ? [] : [problem]),
  ];
  if ('url' in to) return { node: { kind: 'link', url: to.url, ...shared }, link: placed, codes };
  const suffix = to.suffix === '' ? {} : { suffix: to.suffix };
  return { node: { kind: 'page', path: to.path, ...suffix, ...shared }, link: placed, codes };
}

/** Reads the words of a heading, and the anchor in it. */
export function readHeading(content: BlockContent): {
  readonly title: string;
  readonly anchor: string | undefined;
  readonly words: Span;
  readonly codes: readonly SummaryProblemCode[];
} {
  const { tokens, links } = scanInline(content.text);
  const words = tokens.filter(({ html }) => !html);
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const trimmed = content.text.slice(start, end).replace(/(?<![ \n])[ \n]+$/, '').length;
  return {
    title: summaryTitle(plainText(tokens)),
    anchor: tokens.map((token) => anchorIn(token, content.text)).find((anchor) => anchor !== undefined),
    words: content.span({ start, end: start + trimmed }),
    codes: links.length > 0 ? ['summary-ignored-text'] : [],
  };
}

function anchorIn({ html, start, end }: InlineToken, text: string): string | undefined {
  return html ? /^<a\s(?:[^>]*\s)?id="([^"]*)"/i.exec(text.slice(start, end))?.[1] : undefined;
}

function placeLink(link: InlineLink, content: BlockContent): PlacedLink {
  return {
    whole: content.span(link),
    label: content.span(link.label),
    url: content.span(link.urlAt),
    title: link.titleAt === undefined ? undefined : content.span(link.titleAt),
    autolink: link.autolink,
  };
}

/** Whether a paragraph says anything beside its first link. */
function saysMore({ tokens, links }: InlineScan, link: InlineLink): boolean {
  const [from, to] = link.tokens;
  return (
    links.length > 1 || `${plainText(tokens.slice(0, from))}${plainText(tokens.slice(to))}`.trim() !== ''
  );
}
