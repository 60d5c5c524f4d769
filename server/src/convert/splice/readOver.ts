import { markupOf } from '../attributes.js';
import { sameNode } from '../compare.js';
import type { Notice } from '../conversion.js';
import { splitFrontMatter } from '../frontMatter/splitFrontMatter.js';
import { readBody } from '../read/readBody.js';
import type { Placed } from '../read/Reader.js';
import { rememberSource } from '../read/rememberSource.js';
import type { ReadFile } from '../readMarkdown.js';
import { sortedJson } from '../sortedJson.js';
import type { ConversionTerms } from '../terms.js';
import type { TiptapDocument, TiptapNode } from '../tiptap.js';
import { carryUnprintable } from '../verify/carryUnprintable.js';
import { isLocalChange } from '../verify/verifyWindow.js';
import type { BaseReading } from './readBase.js';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/** What an edited file reads as. */
export type ReadEdit = Pick<ReadFile, 'frontMatter' | 'doc' | 'notices'>;

/** The part of a file that is read again, in blocks of the base: the changed ones, and a neighbour at either side. */
interface Window {
  readonly above: number;
  readonly below: number;
  /** How much longer the file is now. */
  readonly growth: number;
}

/**
 * Reads an edited file by what its base was read as: only the blocks that changed and their neighbours are read again.
 * Gives what readMarkdown gives, or undefined where the change may reach further and all has to be read.
 */
export function readOver(
  source: string,
  { file: base, definitions, firstRaw, mdx, tangled }: BaseReading,
  terms: ConversionTerms,
): ReadEdit | undefined {
  const window = tangled || base.notices.some(isCarried) ? undefined : findWindow(source, base);
  const above = base.blocks[window?.above ?? -1];
  const below = base.blocks[window?.below ?? -1];
  if (window === undefined || above === undefined || below === undefined) return undefined;
  const text = source.slice(above.start, below.end + window.growth);
  if (text.includes('\r')) return undefined;
  const read = readBody(text, terms, { known: base.labels });
  const [first, ...others] = read.blocks;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const offset = above.start;
  const kept =
    isAsBefore(first, above, offset) && isAsBefore(last, below, offset - window.growth) && others.length > 0;
  const changed = others.slice(0, -1);
  const before = base.blocks.slice(window.above + 1, window.below);
  const local = isLocalChange(
    before.map((block) => ({ node: block.node, text: base.source.slice(block.start, block.end) })),
    changed.map((block) => ({ node: block.node, text: text.slice(block.start, block.end) })),
    { rawAbove: firstRaw <= window.above, mdx },
  );
  if (!kept || !local) return undefined;
  const carried = carryUnprintable(read, terms, definitions);
  if (carried.notices.length > 0) return undefined;
  const fresh = rememberSource(carried.blocks, text, carried.printer).map(({ node }) => node);
  const lowest = fresh.at(-1) ?? below.node;
  const stays = sortedJson(markupOf(lowest)) === sortedJson(markupOf(below.node));
  const nodes = base.blocks.map(({ node }) => node);
  const content: readonly TiptapNode[] = [
    ...nodes.slice(0, window.above + 1),
    ...fresh.slice(1, -1),
    stays ? below.node : lowest,
    ...nodes.slice(window.below + 1),
  ];
  const inside = (notice: Notice): boolean =>
    (notice.start ?? 0) >= first.end && (notice.start ?? 0) < last.start;
  return {
    ...(base.frontMatter === undefined ? {} : { frontMatter: base.frontMatter }),
    doc: { ...base.doc, content } satisfies TiptapDocument,
    notices: [
      ...base.notices.filter(({ start = 0 }) => start < above.end),
      ...read.notices.filter(inside).map((notice) => shift(notice, offset)),
      ...base.notices
        .filter(({ start = 0 }) => start >= below.start)
        .map((notice) => shift(notice, window.growth)),
    ],
  };
}

/** Undefined when the change touches the first or the last block, or what stands around them. */
function findWindow(source: string, base: ReadFile): Window | undefined {
  const before = base.source;
  // A second fence makes front matter of what stood above it.
  if (splitFrontMatter(source).frontMatter !== base.frontMatter) return undefined;
  if (base.lineEnding !== 'lf' || before === source) return undefined;
  const shorter = Math.min(before.length, source.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === source.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === source.charCodeAt(source.length - 1 - tail)
  )
    tail += 1;
  const { blocks } = base;
  const end = before.length - tail;
  let above = -1;
  while ((blocks[above + 1]?.end ?? Infinity) < head) above += 1;
  let below = blocks.length;
  while ((blocks[below - 1]?.start ?? -1) > end) below -= 1;
  if (above < 0 || below >= blocks.length) return undefined;
  // How a list is marked depends on all lists in a row.
  if (isList(blocks[above]) && isList(blocks[above - 1])) return undefined;
  if (isList(blocks[below]) && isList(blocks[below + 1])) return undefined;
  return { above, below, growth: source.length - before.length };
}

function isList(block: Placed | undefined): boolean {
  return block !== undefined && LISTS.has(block.node.type);
}

/** Whether a block is what it was, in the same place of the same text. */
function isAsBefore(read: Placed, before: Placed, offset: number): boolean {
  return (
    read.start + offset === before.start &&
    read.end + offset === before.end &&
    sameNode(read.node, before.node)
  );
}

/** Notices of blocks that had to be carried stand behind all others. */
function isCarried({ code }: Notice): boolean {
  return code === 'opaque-block';
}

function shift(notice: Notice, by: number): Notice {
  const { start, end } = notice;
  return start === undefined || end === undefined ? notice : { ...notice, start: start + by, end: end + by };
}
