import { editSegment, replaceIn, type Destinations, type Replacement } from './editSegment.js';
import { printEntry, printHeading } from './printNode.js';
import type { ScannedSummary, Segment } from './Segment.js';
import { indentation, indentOf, shiftLine, splitLines } from './sourceLines.js';
import { blanksOf, summaryStyle, type SummaryStyle } from './summaryStyle.js';
import { isGroup, type WantedNode } from './WantedNode.js';

/** Where a node has been put. */
interface Layout {
  readonly indent: number;
  readonly contentColumn: number;
  readonly marker: string;
  readonly blanks: number;
  /** Whether the lines of the old file were taken. */
  readonly kept: boolean;
}

/** Blank lines of the old file. */
interface Gap {
  readonly index: number;
  readonly text: string;
  readonly isBetweenEntries: boolean;
}

/** Writes wanted nodes one after the other, with the lines of the old file where there are some. */
export class SummaryPrinter {
  readonly #file: ScannedSummary;
  readonly #style: SummaryStyle;
  readonly #destinations: Destinations;
  readonly #layouts = new Map<WantedNode, Layout>();
  /** Which wanted node each old segment became. */
  readonly #owners: ReadonlyMap<Segment, WantedNode>;

  constructor(file: ScannedSummary, folder: string, wanted: readonly WantedNode[]) {
    this.#file = file;
    this.#style = summaryStyle(file);
    this.#destinations = { text: file.text, folder, style: this.#style.destination };
    const owners = new Map<Segment, WantedNode>();
    for (const node of wanted) if (node.old !== undefined) owners.set(node.old, node);
    this.#owners = owners;
  }

  print(wanted: readonly WantedNode[]): string {
    const { text, lead, segments } = this.#file;
    const isOpen = lead !== '' && lead !== '\ufeff' && !/[\r\n]$/.test(lead);
    const parts = [lead, wanted.length > 0 && isOpen ? this.#style.eol : ''];
    wanted.forEach((node, index) => {
      const previous = wanted[index - 1];
      const own = this.#own(node, previous, wanted[index + 1]);
      if (previous !== undefined) parts.push(this.#gap(previous, node));
      parts.push(own);
    });
    const last = segments.at(-1);
    if (wanted.length > 0) parts.push(last === undefined ? this.#style.eol : text.slice(last.end));
    return parts.join('');
  }

  #own(wanted: WantedNode, previous: WantedNode | undefined, next: WantedNode | undefined): string {
    const { node, old } = wanted;
    const edits = old === undefined ? undefined : editSegment(old, node, this.#destinations);
    const layout = this.#layout(wanted, previous);
    if (old !== undefined && edits !== undefined && this.#isWhole(old, layout, previous, next)) {
      this.#layouts.set(wanted, { ...layout, kept: true });
      return this.#keep(old, edits, layout);
    }
    this.#layouts.set(wanted, layout);
    const indent = indentOf(layout.indent, this.#style.withTabs);
    if (node.kind === 'source') {
      return splitLines(node.source)
        .map((line) => shiftLine(line, layout.indent, this.#style.withTabs))
        .join(this.#style.eol);
    }
    if (node.kind === 'title' || isGroup(node)) return printHeading(node);
    const { folder, style } = this.#destinations;
    return `${indent}${layout.marker}${' '.repeat(layout.blanks)}${printEntry(node, folder, style)}`;
  }

  /** Entries that share a line can be taken from the old file only together and in their old column. */
  #isWhole(
    old: Segment,
    { indent }: Layout,
    previous: WantedNode | undefined,
    next: WantedNode | undefined,
  ): boolean {
    const below = this.#file.segments[old.index + 1];
    if (below?.sharesLine === true && (next?.old !== below || old.indent !== indent)) return false;
    if (!old.sharesLine) return true;
    const isBehind = previous !== undefined && previous.old === old.parent;
    return isBehind && this.#layouts.get(previous)?.kept === true && old.indent === indent;
  }

  #keep(old: Segment, edits: readonly Replacement[], layout: Layout): string {
    const { text } = this.#file;
    const markerEnd = old.start + old.marker.length;
    const marker: Replacement = { start: old.start, end: markerEnd, text: layout.marker };
    const isNew = layout.marker !== old.marker;
    const shift = layout.indent - old.indent;
    const blanks = text.slice(markerEnd, markerEnd + indentation(text.slice(markerEnd, old.end)).length);
    // A tab is as wide as its column makes it, and a shorter marker would move what stands behind it.
    const isLoose = old.marker !== '' && (isNew || (shift !== 0 && blanks.includes('\t'))) && blanks !== '';
    const between = { start: markerEnd, end: markerEnd + blanks.length, text: ' '.repeat(layout.blanks) };
    const all = [...(isNew ? [marker] : []), ...(isLoose ? [between] : []), ...edits];
    const own = replaceIn(text, { start: old.from, end: old.end }, all);
    if (shift === 0) return own;
    const last = splitLines(text.slice(old.from, old.content?.end ?? old.from)).length - 1;
    return splitLines(own)
      .map((line, index) => {
        const isText = index > 0 && index <= last && beginsBlock(line);
        const columns = isText ? layout.contentColumn + 4 - indentation(line).width : shift;
        return shiftLine(line, columns, this.#style.withTabs);
      })
      .join(this.#style.eol);
  }

  #layout(wanted: WantedNode, previous: WantedNode | undefined): Layout {
    const { node, old, parent } = wanted;
    const above = parent === undefined ? undefined : this.#layouts.get(parent);
    const column = above?.contentColumn ?? 0;
    if (node.kind === 'title' || isGroup(node) || (node.kind === 'source' && !node.item)) {
      const indent = old !== undefined && node.kind !== 'source' ? old.indent : column;
      return { indent, contentColumn: column, marker: '', blanks: 0, kept: false };
    }
    const sibling = this.#sibling(wanted);
    const indent = this.#indent(wanted, above, sibling, column);
    const written = node.kind === 'source' ? /^(?:[*+-]|\d{1,9}[.)])/.exec(node.source)?.[0] : undefined;
    let marker = old?.marker ?? written ?? nextMarker(sibling, this.#style.marker);
    let blanks = old === undefined ? (sibling?.blanks ?? this.#style.blanks) : blanksOf(old);
    // A numbered item that does not begin with 1 cannot follow a line of text.
    const isFirst = parent !== undefined && previous === parent;
    const isAsBefore = isFirst && old !== undefined && this.#kept(parent)?.index === old.index - 1;
    if (isFirst && !isAsBefore && /^\d/.test(marker) && Number.parseInt(marker, 10) !== 1) {
      blanks += marker.length - 2;
      marker = `1${marker.slice(-1)}`;
    }
    return { indent, contentColumn: indent + marker.length + blanks, marker, blanks, kept: false };
  }

  /** The layout of the item before it among its siblings. */
  #sibling({ previous }: WantedNode): Layout | undefined {
    let before = previous;
    while (before !== undefined && this.#layouts.get(before)?.marker === '') before = before.previous;
    return before === undefined ? undefined : this.#layouts.get(before);
  }

  #indent(
    wanted: WantedNode,
    above: Layout | undefined,
    sibling: Layout | undefined,
    column: number,
  ): number {
    const { old, parent } = wanted;
    const delta = above === undefined || parent?.old === undefined ? 0 : above.indent - parent.old.indent;
    const owner = old?.parent === undefined ? undefined : this.#owners.get(old.parent);
    const stays =
      old !== undefined && owner === parent && (owner === undefined) === (old.parent === undefined);
    const usual = above === undefined ? this.#style.indent : above.indent + this.#style.step;
    const indent = stays
      ? old.indent + delta
      : (sibling?.indent ?? this.#childIndent(parent, delta) ?? usual);
    const isLegal =
      indent >= column && indent <= column + 3 && (sibling === undefined || indent < sibling.contentColumn);
    return isLegal ? indent : column;
  }

  /** Where the children of an entry stood in the old file. */
  #childIndent(parent: WantedNode | undefined, delta: number): number | undefined {
    const below = parent?.old === undefined ? undefined : this.#file.segments[parent.old.index + 1];
    return below !== undefined && below.parent === parent?.old && below.marker !== ''
      ? below.indent + delta
      : undefined;
  }

  #gap(previous: WantedNode, next: WantedNode): string {
    const { eol, entryGap } = this.#style;
    const [before, after] = [this.#kept(previous), this.#kept(next)];
    const behind = before === undefined ? undefined : this.#gapAt(before.index);
    const inFront = after === undefined ? undefined : this.#gapAt(after.index - 1);
    if (behind !== undefined && behind.index === inFront?.index) return behind.text;
    if (isItem(previous.node) && isItem(next.node)) {
      return [behind, inFront].find((gap) => gap?.isBetweenEntries === true)?.text ?? entryGap;
    }
    const known = (isItem(next.node) ? behind : inFront)?.text;
    return known !== undefined && (isBlankLine(known) || !isLoose(previous, next)) ? known : eol + eol;
  }

  /** What stood between a segment and the next one. */
  #gapAt(index: number): Gap | undefined {
    const { text, segments } = this.#file;
    const [before, after] = [segments[index], segments[index + 1]];
    if (before === undefined || after === undefined) return undefined;
    const isBetweenEntries = isItem(before.node) && isItem(after.node) && !after.sharesLine;
    return { index, text: text.slice(before.end, after.from), isBetweenEntries };
  }

  /** The segment whose lines a node took. */
  #kept(wanted: WantedNode): Segment | undefined {
    return this.#layouts.get(wanted)?.kept === true ? wanted.old : undefined;
  }
}

function nextMarker(sibling: Layout | undefined, usual: string): string {
  const marker = sibling?.marker ?? usual;
  if (sibling === undefined || !/^\d/.test(marker))
    return /^\d/.test(marker) ? `1${marker.slice(-1)}` : marker;
  return `${Number.parseInt(marker, 10) + 1}${marker.slice(-1)}`;
}

/** Whether a line that goes on with a paragraph for its indentation alone could begin a block with another. */
function beginsBlock(line: string): boolean {
  return /^[\d*+\-#>=_~`<]/.test(line.slice(indentation(line).length));
}

function isItem(node: WantedNode['node']): boolean {
  return node.kind === 'source' ? node.item : node.kind !== 'title' && !isGroup(node);
}

/** Whether a blank line has to stand between two nodes: beside text that is kept as it is. */
function isLoose(previous: WantedNode, next: WantedNode): boolean {
  return previous.node.kind === 'source' || next.node.kind === 'source';
}

function isBlankLine(gap: string): boolean {
  return splitLines(gap).length > 2;
}
