import { markupOf } from './attributes.js';
import type { Conversion, ConvertOptions } from './conversion.js';
import { baseInTiptapNames, hasOwnNames, toTiptapNames } from './dialects/translate.js';
import { prepareForPrinting } from './dialectView.js';
import { assertDocument } from './limits.js';
import { spliceMarkdown } from './splice/spliceMarkdown.js';
import type { TiptapFile } from './conversion.js';
import { termsOf } from './terms.js';
import { printVerified } from './verify/printVerified.js';

/**
 * Writes a TipTap document as a Markdown file: its front matter as given, then the body. With a base, unchanged blocks
 * and the gaps between them are the bytes of `base.markdown`. Nothing is dropped: what has no Markdown form is carried
 * in comments, HTML, directives or fenced JSON, and reported. Throws the errors of conversionErrors.
 */
export function tiptapToMarkdown(file: TiptapFile, options: ConvertOptions = {}): Conversion<string> {
  const { dialect } = options;
  // Splicing checks no more than what differs from a base that it knows.
  if (options.base === undefined || hasOwnNames(dialect)) {
    assertDocument(file.doc);
    if (options.base !== undefined) assertDocument(options.base.tiptap);
  }
  const traits = termsOf(file.doc, options);
  const inside = { ...file, doc: toTiptapNames(file.doc, dialect) };
  const base = baseInTiptapNames(options.base, dialect);
  if (base !== undefined) return spliceMarkdown(inside, base, options, traits);
  const doc = prepareForPrinting(inside.doc, traits);
  const { text, notices } = printVerified(doc.content ?? [], traits);
  const edges = edgesOf(inside, text);
  const body = `${edges.head}${text}${edges.tail}`;
  const lines = edges.crlf ? body.replace(/\n/g, '\r\n') : body;
  return { value: `${file.frontMatter ?? ''}${lines}`, notices };
}

interface Edges {
  readonly head: string;
  readonly tail: string;
  readonly crlf: boolean;
}

/** What stands before the first block and after the last: usually a blank line below front matter, and one line end. */
function edgesOf(file: TiptapFile, text: string): Edges {
  const { head, tail, eol } = markupOf(file.doc);
  const crlf = eol === 'crlf' || (eol === undefined && file.frontMatter?.endsWith('\r\n') === true);
  const usualHead = file.frontMatter === undefined || text === '' ? '' : '\n';
  return {
    head: typeof head === 'string' && /^\ufeff?[ \t\n]*$/.test(head) ? head : usualHead,
    tail: typeof tail === 'string' && /^[ \t\n]*$/.test(tail) ? tail : text === '' ? '' : '\n',
    crlf,
  };
}
