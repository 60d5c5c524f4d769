import { splitFrontMatter } from '../../frontMatter/splitFrontMatter.js';
import { folderOf } from '../projectPath.js';
import { readEntry, readHeading } from './entry.js';
import { BlockContent } from './inline/BlockContent.js';
import { textLines, type TextLine } from '../lines.js';
import { endOfLines, outline, type Outlined } from './outline.js';
import { problemMessage } from './problemMessage.js';
import { scanBlocks } from './scanBlocks.js';
import type { PlacedLink, ScannedSummary, Segment } from './Segment.js';
import { sourceOf } from './sourceLines.js';
import {
  MAX_SUMMARY_LENGTH,
  type Span,
  type SummaryGroup,
  type SummaryNode,
  type SummaryProblem,
  type SummaryProblemCode,
  type SummaryTitle,
} from './SummaryTree.js';

/** Cuts a SUMMARY.md into segments and reads its tree. Never throws; linear in the length of the text. */
export function scanSummary(text: string, path: string): ScannedSummary {
  if (text.length > MAX_SUMMARY_LENGTH) {
    const problem = problemAt('summary-too-large', { start: 0, end: text.length });
    return { text, tree: { nodes: [], groups: [] }, segments: [], lead: text, problems: [problem] };
  }
  const builder = new TreeBuilder(text, folderOf(path));
  return builder.scan();
}

interface Made {
  readonly node: Segment['node'];
  readonly content?: Span;
  readonly words?: Span;
  readonly saysMore?: boolean;
  readonly link?: PlacedLink | undefined;
}

class TreeBuilder {
  readonly #text: string;
  readonly #folder: string;
  readonly #lines: readonly TextLine[];
  readonly #nodes: (SummaryTitle | SummaryNode)[] = [];
  readonly #groups: SummaryGroup[] = [];
  /** The children of the last group, of the root when there is none yet. */
  #top: (SummaryTitle | SummaryNode)[] = this.#nodes;
  readonly #segments: Segment[] = [];
  readonly #problems: SummaryProblem[] = [];
  readonly #pages = new Set<string>();
  #mayBeTitle = true;

  constructor(text: string, folder: string) {
    this.#text = text;
    this.#folder = folder;
    const { bodyOffset } = splitFrontMatter(text);
    this.#lines = textLines(text, bodyOffset === 0 && text.startsWith('\ufeff') ? 1 : bodyOffset);
  }

  scan(): ScannedSummary {
    const { blocks, tooDeepAt } = scanBlocks(this.#text, this.#lines);
    if (tooDeepAt !== undefined) this.#report('summary-too-deep', { start: tooDeepAt, end: tooDeepAt + 1 });
    const outlined = outline(blocks);
    const places = new Map<Outlined, { readonly segment: Segment; readonly nodes: SummaryNode[] }>();
    outlined.forEach((entry, index) => {
      const parent = entry.parent === undefined ? undefined : places.get(entry.parent);
      const nodes: SummaryNode[] = [];
      const segment = this.#segment(entry, outlined[index - 1], outlined[index + 1], parent?.segment, nodes);
      places.set(entry, { segment, nodes });
      this.#segments.push(segment);
      this.#attach(segment.node, nodes, parent?.nodes);
    });
    const first = this.#segments[0];
    return {
      text: this.#text,
      tree: { nodes: this.#nodes, groups: this.#groups },
      segments: this.#segments,
      lead: this.#text.slice(0, first?.from ?? this.#lines[0]?.start ?? this.#text.length),
      problems: this.#problems.sort((a, b) => a.start - b.start),
    };
  }

  #attach(node: Segment['node'], children: SummaryNode[], siblings: SummaryNode[] | undefined): void {
    if (node.kind === 'group' || node.kind === 'separator') {
      this.#groups.push(node);
      this.#top = children;
    } else if (node.kind === 'title') {
      this.#nodes.push(node);
    } else {
      (siblings ?? this.#top).push(node);
    }
    if (node.kind !== 'source' || node.item) this.#mayBeTitle = false;
  }

  #segment(
    entry: Outlined,
    previous: Outlined | undefined,
    next: Outlined | undefined,
    parent: Segment | undefined,
    nodes: SummaryNode[],
  ): Segment {
    const { block, item } = entry;
    const sharesLine = previous?.block.line === block.line;
    const isShared = next?.block.line === block.line;
    const from = sharesLine ? block.start : block.from;
    const last = next?.block.line ?? this.#lines.length;
    const end = isShared ? next.block.start : endOfLines(this.#text, this.#lines, block.line, last);
    const { node, content, words, link, saysMore } = this.#make(
      entry,
      { start: block.start, end },
      from,
      nodes,
    );
    return {
      node,
      index: this.#segments.length,
      parent,
      from,
      start: block.start,
      end,
      indent: item?.indent ?? entry.column,
      contentColumn: item?.contentColumn ?? entry.column,
      marker: item?.marker.text ?? '',
      sharesLine,
      content,
      words,
      link,
      saysMore: saysMore === true,
    };
  }

  #make({ head, item, parent, column }: Outlined, place: Span, from: number, nodes: SummaryNode[]): Made {
    if (item !== undefined && (head === undefined || head.kind === 'paragraph')) {
      const content = new BlockContent(this.#text, head?.lines ?? [{ start: place.end, end: place.end }]);
      const { node, link, codes } = readEntry(content, place, this.#folder, nodes);
      for (const code of codes) this.#report(code, place);
      if (node.kind === 'page' && node.suffix === undefined) this.#countPage(node.path, place);
      const saysMore = codes.includes('summary-ignored-text');
      return head === undefined ? { node } : { node, content: content.place, link, saysMore };
    }
    if (item === undefined && parent === undefined && head?.kind === 'rule') {
      return { node: { kind: 'separator', nodes, place } };
    }
    if (item === undefined && parent === undefined && head?.kind === 'heading') {
      const made = this.#heading(head.level, new BlockContent(this.#text, head.lines), place, nodes);
      if (made !== undefined) return made;
    }
    const isComment = head?.kind === 'html' && this.#text.startsWith('<!--', head.start);
    if (!isComment) this.#report('summary-unknown', place);
    const source = sourceOf(
      this.#text.slice(item === undefined ? from : place.start, place.end),
      item?.indent ?? column,
      item === undefined,
    );
    return { node: { kind: 'source', item: item !== undefined, source, nodes, place } };
  }

  /** The title or a group; nothing for a heading that is neither. */
  #heading(level: number, content: BlockContent, place: Span, nodes: SummaryNode[]): Made | undefined {
    const { title, anchor, words, codes } = readHeading(content);
    if (level === 1 && !this.#mayBeTitle) this.#report('summary-second-title', place);
    if ((level === 1 && !this.#mayBeTitle) || level > 4) return undefined;
    for (const code of codes) this.#report(code, place);
    const placed = { title, place: { ...place, title: words } };
    const node: SummaryTitle | SummaryGroup =
      level === 1
        ? { kind: 'title', ...placed }
        : { kind: 'group', ...placed, ...(anchor === undefined ? {} : { anchor }), nodes };
    return { node, content: content.place, words };
  }

  #countPage(path: string, place: Span): void {
    if (this.#pages.has(path)) this.#report('summary-duplicate', place);
    this.#pages.add(path);
  }

  #report(code: SummaryProblemCode, place: Span): void {
    this.#problems.push(problemAt(code, place));
  }
}

function problemAt(code: SummaryProblemCode, { start, end }: Span): SummaryProblem {
  return { code, message: problemMessage(code), start, end };
}
