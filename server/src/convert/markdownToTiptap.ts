import type { Conversion, ConvertOptions, Notice, TiptapFile } from './conversion.js';
import { pointerFromTiptap } from './dialects/pointers.js';
import { baseInTiptapNames, fromTiptapNames } from './dialects/translate.js';
import { downgrade } from './downgrade.js';
import { assertLength } from './limits.js';
import { readMarkdown } from './readMarkdown.js';
import { lowerOver } from './splice/lowerOver.js';
import { assertBase, readBase, type BaseReading } from './splice/readBase.js';
import { readOver, type ReadEdit } from './splice/readOver.js';
import { spliceTiptap } from './splice/spliceTiptap.js';
import { termsOf, type ConversionTerms } from './terms.js';
import type { Dialect, TiptapDocument } from './tiptap.js';

/**
 * Reads a Markdown file as a TipTap document in the extended schema (or downgraded to the official one) and its front
 * matter's source. With a base, unchanged blocks are the nodes of `base.tiptap` with everything the platform keeps in
 * them. Nothing is dropped: what TipTap has no node for is carried as raw atoms, and reported.
 * Throws the errors of conversionErrors.
 */
export function markdownToTiptap(source: string, options: ConvertOptions = {}): Conversion<TiptapFile> {
  assertLength(source);
  const { dialect, schema } = options;
  if (options.base !== undefined) assertBase(options.base);
  const base = baseInTiptapNames(options.base, dialect);
  const terms = termsOf(source, options);
  const reading = base === undefined ? undefined : readBase(base, options, terms);
  const file = readEdited(source, reading, terms) ?? readMarkdown(source, terms);
  const lowered = (): Conversion<TiptapDocument> =>
    base === undefined || reading === undefined
      ? downgrade(file.doc, dialect)
      : lowerOver(file.doc, reading, dialect, base.tiptap);
  const plain = schema === 'official' ? lowered() : { value: file.doc, notices: [] };
  const spliced =
    base === undefined || reading === undefined
      ? plain.value
      : spliceTiptap({ read: file.doc, given: plain.value }, base, reading, terms.spend);
  const untouched = spliced === base?.tiptap ? options.base?.tiptap : undefined;
  const doc = untouched ?? fromTiptapNames(spliced, dialect);
  const { frontMatter, notices } = file;
  return {
    value: { doc, ...(frontMatter === undefined ? {} : { frontMatter }) },
    notices: [...notices, ...plain.notices.map((notice) => atPlatform(notice, plain.value, dialect))],
  };
}

/** Reads no more of an edited file than what differs from its base, where that is enough. */
function readEdited(
  source: string,
  reading: BaseReading | undefined,
  terms: ConversionTerms,
): ReadEdit | undefined {
  if (reading === undefined) return undefined;
  return source === reading.file.source ? reading.file : readOver(source, reading, terms);
}

/** A notice whose pointer leads to the same node under the platform's names. */
function atPlatform(notice: Notice, doc: TiptapDocument, dialect: Dialect | undefined): Notice {
  const { pointer } = notice;
  return pointer === undefined ? notice : { ...notice, pointer: pointerFromTiptap(doc, pointer, dialect) };
}
