import type { Conversion, ConvertOptions, Notice, TiptapFile } from './conversion.js';
import { pointerFromTiptap } from './dialects/pointers.js';
import { baseInTiptapNames, fromTiptapNames } from './dialects/translate.js';
import { downgrade } from './downgrade.js';
import { assertDocument, assertLength } from './limits.js';
import { readMarkdown } from './readMarkdown.js';
import { spliceTiptap } from './splice/spliceTiptap.js';
import { termsOf } from './terms.js';
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
  if (options.base !== undefined) assertDocument(options.base.tiptap);
  const base = baseInTiptapNames(options.base, dialect);
  const terms = termsOf(source, options);
  const file = readMarkdown(source, terms);
  const plain =
    schema === 'official' ? downgrade(file.doc, dialect, base?.tiptap) : { value: file.doc, notices: [] };
  const spliced =
    base === undefined ? plain.value : spliceTiptap(file, plain.value, base, { dialect, terms });
  const untouched = spliced === base?.tiptap ? options.base?.tiptap : undefined;
  const doc = untouched ?? fromTiptapNames(spliced, dialect);
  const { frontMatter, notices } = file;
  return {
    value: { doc, ...(frontMatter === undefined ? {} : { frontMatter }) },
    notices: [...notices, ...plain.notices.map((notice) => atPlatform(notice, plain.value, dialect))],
  };
}

/** A notice whose pointer leads to the same node under the platform's names. */
function atPlatform(notice: Notice, doc: TiptapDocument, dialect: Dialect | undefined): Notice {
  const { pointer } = notice;
  return pointer === undefined ? notice : { ...notice, pointer: pointerFromTiptap(doc, pointer, dialect) };
}
