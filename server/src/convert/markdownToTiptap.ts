import type { Conversion, ConvertOptions, TiptapFile } from './conversion.js';
import { dialectTraits } from './dialects.js';
import { downgrade } from './downgrade.js';
import { assertDocument, assertLength } from './limits.js';
import { readMarkdown } from './readMarkdown.js';
import { spliceTiptap } from './splice/spliceTiptap.js';

/**
 * Reads a Markdown file as a TipTap document in the extended schema (or downgraded to the official one) and its front
 * matter's source. With a base, unchanged blocks are the nodes of `base.tiptap` with everything the platform keeps in
 * them. Nothing is dropped: what TipTap has no node for is carried as raw atoms, and reported.
 * Throws the errors of conversionErrors.
 */
export function markdownToTiptap(source: string, options: ConvertOptions = {}): Conversion<TiptapFile> {
  assertLength(source);
  const { base, dialect, schema } = options;
  if (base !== undefined) assertDocument(base.tiptap);
  const file = readMarkdown(source, dialectTraits(dialect));
  const plain = schema === 'official' ? downgrade(file.doc, dialect) : { value: file.doc, notices: [] };
  const doc = base === undefined ? plain.value : spliceTiptap(file, plain.value, base, options);
  const { frontMatter, notices } = file;
  return {
    value: { doc, ...(frontMatter === undefined ? {} : { frontMatter }) },
    notices: [...notices, ...plain.notices],
  };
}
