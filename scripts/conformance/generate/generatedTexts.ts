import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { Text } from '../rows/markdownRows.js';
import { DOCUMENT_CLASSES } from './DocumentClass.js';
import { documentOf, documents } from './documents.js';

/** Markdown of generated documents with every kind of block, `count` of them. */
export function generatedTexts(count: number): readonly Text[] {
  return DOCUMENT_CLASSES.filter(({ full }) => full).flatMap((of) => {
    const arbitrary = documents(of);
    return Array.from({ length: Math.ceil(count / 2) }, (_, seed) => ({
      id: `${of.name} ${seed}`,
      markdown: tiptapToMarkdown({ doc: documentOf(arbitrary, seed) }).value,
    }));
  });
}
