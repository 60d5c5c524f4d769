import type { Conversion, ConversionBase, ConvertOptions } from '../conversion.js';
import { downgrade } from '../downgrade.js';
import { prepareForPrinting } from '../dialectView.js';
import { assertDocument } from '../limits.js';
import { definitionsOf, type Definition } from '../labels.js';
import type { Style } from '../print/style.js';
import { readMarkdown, type ReadFile } from '../readMarkdown.js';
import type { ConversionTerms } from '../terms.js';
import type { TiptapDocument, TiptapNode } from '../tiptap.js';
import { isTangled } from '../verify/verifyWindow.js';
import { alignBase, type AlignedBlock } from './alignBase.js';
import { detectStyle } from './detectStyle.js';

/** All that splicing has to know of a base. */
export interface BaseReading {
  readonly file: ReadFile;
  /** The file as a plain platform takes it. */
  readonly lowered: Conversion<TiptapDocument>;
  /** The platform's blocks as the printer wants them. */
  readonly platform: readonly TiptapNode[];
  /** The block of the file that each block of the platform stands for. */
  readonly aligned: ReadonlyMap<number, AlignedBlock>;
  /** The block of the platform that a block of the file became. */
  readonly holders: ReadonlyMap<number, Holder>;
  /** Every block of the platform stands for the block of the file in the same place. */
  readonly regular: boolean;
  readonly style: Style;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The first block of raw source, which may look for its end in blocks below. */
  readonly firstRaw: number;
  readonly mdx: boolean;
  /** It is MDX in which every change may mean something to every block. */
  readonly tangled: boolean;
}

/** A block of the platform, by its place, and what it was given of the file. */
export interface Holder {
  readonly place: number;
  readonly given: TiptapNode;
}

interface Remembered {
  readonly markdown: string;
  readonly key: string;
  readonly reading: BaseReading;
}

/** What was read of a base, for as long as somebody holds its document; a base is never changed. */
const READINGS = new WeakMap<TiptapDocument, Remembered>();

/** Documents that were found sound. */
const CHECKED = new WeakSet<TiptapDocument>();

/** Throws what assertDocument throws when the document of a base is not sound; looks at the same one once. */
export function assertBase(base: ConversionBase): void {
  if (CHECKED.has(base.tiptap)) return;
  assertDocument(base.tiptap);
  CHECKED.add(base.tiptap);
}

/** Reads a base, once for the same base and the same way of reading. */
export function readBase(
  base: ConversionBase,
  options: ConvertOptions,
  traits: ConversionTerms,
): BaseReading {
  const key = JSON.stringify([options.dialect, options.flavour]);
  const known = READINGS.get(base.tiptap);
  if (known?.key === key && known.markdown === base.markdown) return known.reading;
  const reading = read(base, options, traits);
  READINGS.set(base.tiptap, { markdown: base.markdown, key, reading });
  return reading;
}

function read(base: ConversionBase, { dialect }: ConvertOptions, traits: ConversionTerms): BaseReading {
  const file = readMarkdown(base.markdown, traits);
  const nodes = file.doc.content ?? [];
  const platform = prepareForPrinting(base.tiptap, traits).content ?? [];
  const lowered = downgrade(file.doc, dialect, base.tiptap);
  const aligned = alignBase(nodes, lowered.value.content ?? [], platform, traits.spend);
  const holders = new Map<number, Holder>();
  for (const [place, { index, given }] of aligned) holders.set(index, { place, given });
  const mdx = traits.syntax?.mdx === true;
  const firstRaw = nodes.findIndex(({ type }) => type === 'rawBlock');
  return {
    file,
    lowered,
    platform,
    aligned,
    holders,
    regular:
      nodes.length === platform.length && platform.every((_, index) => aligned.get(index)?.index === index),
    style: detectStyle(nodes),
    definitions: definitionsOf(nodes),
    firstRaw: firstRaw === -1 ? Infinity : firstRaw,
    mdx,
    tangled: mdx && isTangled(file.source),
  };
}
