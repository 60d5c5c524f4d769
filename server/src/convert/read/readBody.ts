import type { Root } from 'mdast';
import type { Notice } from '../conversion.js';
import type { ConversionTerms } from '../terms.js';
import type { Definition } from '../labels.js';
import { isSpaceOrTab } from '../parse/codes.js';
import { parseText, type KnownLabels, type Parsed, type ParseOptions } from '../parse/parse.js';
import { PartSources } from './PartSources.js';
import type { Placed } from './Reader.js';
import { readBlocks } from './readBlocks.js';

/** A text read: its syntax tree, and its blocks with their places. Offsets count from the text's start. */
export interface ReadBody {
  readonly text: string;
  readonly root: Root;
  readonly blocks: readonly Placed[];
  readonly labels: KnownLabels;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notices: readonly Notice[];
  /** The sources of list items, table rows and blocks inside other blocks, without what their containers put in front. */
  readonly sources: PartSources;
}

/** How a text is read. */
export interface ReadOptions extends ParseOptions {
  /** Only what the text says is wanted: the sources of parts are not kept. */
  readonly meaningOnly?: boolean;
}

/** Reads Markdown without front matter and with line feeds only. */
export function readBody(text: string, terms: ConversionTerms, options: ReadOptions = {}): ReadBody {
  const parsed = parseText(text, { spend: terms.spend, syntax: terms.syntax, ...options });
  const { root } = parsed;
  const definitions = definitionsOf(parsed);
  const notices: Notice[] = [];
  const sources = new PartSources();
  const kept = options.meaningOnly === true ? undefined : sources;
  const reading = { text, traits: terms, definitions, notices, sources: kept };
  const blocks = readBlocks(root.children, reading).map(({ node, start, end }) => ({
    node,
    start: lineStart(text, start),
    end,
  }));
  return { text, root, blocks, labels: parsed, definitions, notices, sources };
}

/** Link definitions by folded label, the first of a label; footnotes with `^` in front. */
function definitionsOf({ definitions, footnotes }: Parsed): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const [label, { url, title }] of definitions) found.set(label, { url, title: title ?? undefined });
  for (const label of footnotes) found.set(`^${label}`, { url: '', title: undefined });
  return found;
}

/** A block begins where its line does, else indented code would be cut: only blanks stand before it. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (isSpaceOrTab(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
