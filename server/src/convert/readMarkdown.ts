import { withMarkup } from './attributes.js';
import type { Notice } from './conversion.js';
import type { ConversionTerms } from './terms.js';
import { splitFrontMatter } from './frontMatter/splitFrontMatter.js';
import { plainLines } from './parse/lineEndings.js';
import { standsAlone } from './memory/standsAlone.js';
import type { KnownLabels } from './parse/parse.js';
import { readBody, type ReadBody } from './read/readBody.js';
import type { PartSources } from './read/PartSources.js';
import type { Placed } from './read/Reader.js';
import { rememberSource } from './read/rememberSource.js';
import type { TiptapDocument } from './tiptap.js';
import { carryUnprintable } from './verify/carryUnprintable.js';

/** A Markdown file read: its blocks, and where each stands in the file. */
export interface ReadFile {
  readonly frontMatter?: string;
  /** The body's document in the extended schema. */
  readonly doc: TiptapDocument;
  /** The blocks of `doc`; offsets count in `source`. Empty for an empty body, whose doc is one empty paragraph. */
  readonly blocks: readonly Placed[];
  readonly source: string;
  readonly lineEnding: 'lf' | 'crlf' | 'mixed';
  /** The labels that the body defines. */
  readonly labels: KnownLabels;
  /** Sources of parts of containers; see ReadBody. */
  readonly sources: PartSources;
  readonly notices: readonly Notice[];
}

/** Reads a Markdown file; see markdownToTiptap. */
export function readMarkdown(source: string, traits: ConversionTerms): ReadFile {
  const { frontMatter, body, bodyOffset } = splitFrontMatter(source);
  const bom = body.startsWith('\ufeff') ? 1 : 0;
  const lines = plainLines(body.slice(bom));
  const read = readBody(lines.text, traits);
  const carried = carryUnprintable(read, traits);
  const blocks = rememberSource(carried.blocks, lines.text, carried.printer);
  keepBlocks(blocks, lines.text, read, traits);
  const toSource = (offset: number): number => lines.toOriginal(offset) + bodyOffset + bom;
  const first = blocks[0]?.start ?? lines.text.length;
  const last = blocks.at(-1)?.end ?? lines.text.length;
  const head = `${bom === 1 ? '\ufeff' : ''}${lines.text.slice(0, first)}`;
  const tail = lines.text.slice(last);
  const content = blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(({ node }) => node);
  const usualHead = frontMatter === undefined || blocks.length === 0 ? '' : '\n';
  const doc = withMarkup<TiptapDocument>(
    { type: 'doc', content },
    {
      head: head === usualHead ? undefined : head,
      tail: tail === (blocks.length === 0 ? '' : '\n') ? undefined : tail,
      eol:
        lines.ending === (frontMatter?.endsWith('\r\n') === true ? 'crlf' : 'lf') ||
        lines.ending === 'mixed' ||
        !lines.text.includes('\n')
          ? undefined
          : lines.ending,
    },
  );
  const notices: Notice[] = [...read.notices, ...carried.notices].map((notice) => place(notice, toSource));
  if (lines.ending === 'mixed') {
    notices.push({
      code: 'mixed-line-ends',
      message: 'Line ends differ; new lines get the line feed.',
      start: 0,
      end: 0,
    });
  }
  return {
    ...(frontMatter === undefined ? {} : { frontMatter }),
    doc,
    blocks: blocks.map(({ node, start, end }) => ({ node, start: toSource(start), end: toSource(end) })),
    source,
    lineEnding: lines.ending,
    labels: read.labels,
    sources: read.sources,
    notices,
  };
}

/** Remembers what blocks were read as whose text reads as that anywhere. */
function keepBlocks(
  blocks: readonly Placed[],
  text: string,
  { definitions }: ReadBody,
  { memory }: ConversionTerms,
): void {
  if (memory === undefined) return;
  for (const { node, start, end } of blocks) {
    const source = text.slice(start, end);
    if (standsAlone(node, source, definitions.size > 0)) memory.keep(source, node);
  }
}

function place(notice: Notice, toSource: (offset: number) => number): Notice {
  const { start, end } = notice;
  if (start === undefined || end === undefined) return notice;
  return { ...notice, start: toSource(start), end: toSource(end) };
}
