import {
  headingLevel,
  isClosingFence,
  isRule,
  listMarker,
  openingFence,
  underlineLevel,
  type Marker,
} from './blockStarts.js';
import type { Block, Container, ItemBlock, OpenLeaf, TextBlock } from './blocks.js';
import { htmlBlockEnd } from './htmlBlocks.js';
import { LineCursor } from './LineCursor.js';
import type { TextLine } from '../lines.js';
import { MAX_SUMMARY_DEPTH } from './SummaryTree.js';

/** The blocks of a text, and the offset where it nests deeper than is read, if it does. */
export interface ScannedBlocks {
  readonly blocks: readonly Block[];
  readonly tooDeepAt: number | undefined;
}

/**
 * Reads the block structure of Markdown as far as lists need it (CommonMark 0.31.2, appendix, phase 1), line by line
 * and without looking back. What stands in quotes is not told apart.
 */
export function scanBlocks(text: string, lines: readonly TextLine[]): ScannedBlocks {
  const scanner = new BlockScanner(text);
  lines.forEach((line, index) => {
    scanner.add(line, index);
  });
  return { blocks: scanner.blocks, tooDeepAt: scanner.tooDeepAt };
}

/** The line that is being read. */
interface Reading {
  readonly cursor: LineCursor;
  readonly line: TextLine;
  readonly index: number;
  /** How many of the open containers hold what comes next. */
  depth: number;
  /** The open paragraph that the next characters would go on with, all its containers being matched. */
  paragraph: TextBlock | undefined;
  /** The same, whether its containers are matched or not (laziness). */
  lazy: TextBlock | undefined;
}

class BlockScanner {
  readonly blocks: Block[] = [];
  tooDeepAt: number | undefined;
  readonly #text: string;
  /** Open containers; the document is none of them. */
  readonly #open: Container[] = [];
  #leaf: OpenLeaf | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  add(line: TextLine, index: number): void {
    const cursor = new LineCursor(this.#text, line);
    const depth = this.#matchContainers(cursor);
    const all = depth === this.#open.length;
    if (all && this.#continueLeaf(cursor, line)) return;
    const lazy = this.#leaf?.kind === 'paragraph' ? this.#leaf.block : undefined;
    const reading: Reading = { cursor, line, index, depth, paragraph: all ? lazy : undefined, lazy };
    if (this.#openBlocks(reading)) return;
    if (reading.lazy !== undefined && !cursor.blank) {
      reading.lazy.lines.push({ start: cursor.nonspace, end: line.end });
      return;
    }
    this.#close(reading.depth);
    if (!cursor.blank) this.#startParagraph(reading);
  }

  /** How many of the open containers the line goes on with. */
  #matchContainers(cursor: LineCursor): number {
    let matched = 0;
    for (const { item, width } of this.#open) {
      if (item === undefined) {
        if (cursor.indent > 3 || !cursor.rest.startsWith('>')) break;
        takeQuoteMarker(cursor);
      } else if (cursor.blank) {
        if (item.blocks.length === 0) break;
      } else if (cursor.indent >= width) {
        cursor.advanceColumns(width);
      } else {
        break;
      }
      matched += 1;
    }
    return matched;
  }

  /** Whether the line belongs to the open leaf block, a paragraph aside; ends the leaf where it does not go on. */
  #continueLeaf(cursor: LineCursor, line: TextLine): boolean {
    const leaf = this.#leaf;
    if (leaf === undefined) return false;
    let goesOn = true;
    let isLast = false;
    if (leaf.kind === 'fence') isLast = cursor.indent <= 3 && isClosingFence(cursor.rest, leaf.fence);
    else if (leaf.kind === 'code') goesOn = cursor.blank || cursor.indent > 3;
    else if (leaf.kind === 'paragraph') goesOn = !cursor.blank;
    else if (leaf.end === 'blank-line') goesOn = !cursor.blank;
    else isLast = leaf.end.test(this.#text.slice(cursor.offset, line.end));
    if (!goesOn || isLast) this.#leaf = undefined;
    return goesOn && leaf.kind !== 'paragraph';
  }

  /** Opens the blocks that begin in the line; true when nothing of the line is left for a paragraph. */
  #openBlocks(reading: Reading): boolean {
    const { cursor } = reading;
    while (!cursor.blank) {
      if (cursor.indent > 3) return this.#openCode(reading);
      const { rest } = cursor;
      const isQuote = rest.startsWith('>');
      const marker = isQuote || isRule(rest) ? undefined : listMarker(rest, reading.paragraph !== undefined);
      if (!isQuote && marker === undefined) return this.#openLeaf(reading, rest);
      if (reading.depth >= MAX_SUMMARY_DEPTH) {
        this.tooDeepAt ??= cursor.nonspace;
        return false;
      }
      this.#close(reading.depth);
      if (marker === undefined) this.#openQuote(reading);
      else this.#openItem(reading, marker);
      reading.depth += 1;
      reading.paragraph = undefined;
      reading.lazy = undefined;
    }
    return false;
  }

  #openCode({ cursor, line, index, depth, lazy }: Reading): boolean {
    if (lazy !== undefined) return false;
    this.#close(depth);
    this.#push({ kind: 'code', line: index, from: line.start, start: cursor.offset });
    this.#leaf = { kind: 'code' };
    return true;
  }

  #openLeaf({ cursor, line, index, depth, paragraph, lazy }: Reading, rest: string): boolean {
    const start = cursor.nonspace;
    const level = headingLevel(rest);
    const fence = openingFence(rest);
    const end = htmlBlockEnd(rest, lazy !== undefined);
    const underline = paragraph === undefined ? undefined : underlineLevel(rest);
    if (level !== undefined) {
      this.#close(depth);
      const words = headingText(this.#text, start + level, line);
      this.#push({ kind: 'heading', level, line: index, from: line.start, start, lines: [words] });
    } else if (fence !== undefined) {
      this.#close(depth);
      this.#push({ kind: 'fence', line: index, from: line.start, start });
      this.#leaf = { kind: 'fence', fence };
    } else if (end !== undefined) {
      this.#close(depth);
      this.#push({ kind: 'html', line: index, from: line.start, start });
      if (end === 'blank-line' || !end.test(rest)) this.#leaf = { kind: 'html', end };
    } else if (paragraph !== undefined && underline !== undefined) {
      paragraph.kind = 'heading';
      paragraph.level = underline;
      this.#leaf = undefined;
    } else if (isRule(rest)) {
      this.#close(depth);
      this.#push({ kind: 'rule', line: index, from: line.start, start });
    } else {
      return false;
    }
    return true;
  }

  #openQuote({ cursor, line, index }: Reading): void {
    this.#push({ kind: 'quote', line: index, from: line.start, start: cursor.nonspace });
    takeQuoteMarker(cursor);
    this.#open.push({ item: undefined, width: 0, blocks: [] });
  }

  #openItem({ cursor, line, index }: Reading, marker: Marker): void {
    const start = cursor.nonspace;
    const before = cursor.indent;
    const indent = cursor.nonspaceColumn;
    cursor.advancePast(marker.text.length);
    const blanks = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
    if (!cursor.blank) cursor.advanceColumns(blanks);
    const width = marker.text.length + blanks;
    const item: ItemBlock = {
      kind: 'item',
      line: index,
      from: line.start,
      start,
      marker,
      indent,
      contentColumn: indent + width,
      blocks: [],
    };
    this.#push(item);
    this.#open.push({ item, width: before + width, blocks: item.blocks });
  }

  #startParagraph({ cursor, line, index }: Reading): void {
    const start = cursor.nonspace;
    const lines = [{ start, end: line.end }];
    const block: TextBlock = { kind: 'paragraph', level: 0, line: index, from: line.start, start, lines };
    this.#push(block);
    this.#leaf = { kind: 'paragraph', block };
  }

  /** Ends the leaf block and the containers beyond a depth. */
  #close(depth: number): void {
    this.#leaf = undefined;
    this.#open.length = depth;
  }

  #push(block: Block): void {
    (this.#open.at(-1)?.blocks ?? this.blocks).push(block);
  }
}

function takeQuoteMarker(cursor: LineCursor): void {
  cursor.advancePast(1);
  if (cursor.indent > 0) cursor.advanceColumns(1);
}

/** The text of an ATX heading, without the closing sequence. */
function headingText(text: string, from: number, line: TextLine): { start: number; end: number } {
  let start = from;
  while (start < line.end && isBlank(text, start)) start += 1;
  let end = line.end;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  let hashes = end;
  while (hashes > start && text.charAt(hashes - 1) === '#') hashes -= 1;
  if (hashes === start || isBlank(text, hashes - 1)) {
    end = hashes;
    while (end > start && isBlank(text, end - 1)) end -= 1;
  }
  return { start, end };
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at) === ' ' || text.charAt(at) === '\t';
}
