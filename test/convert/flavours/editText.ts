import type { Flavour } from '../../../server/src/convert/conversion.js';
import { mapNodes } from '../../../server/src/convert/mapNodes.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';

/** A file in which a word of a text was replaced on the platform, written over the file. */
export function withWord(markdown: string, word: string, other: string, flavour: Flavour): string {
  const { value } = markdownToTiptap(markdown, { flavour });
  const doc = mapNodes(value.doc, (node) =>
    node.text === undefined ? node : { ...node, text: node.text.replace(word, other) },
  );
  return tiptapToMarkdown({ ...value, doc }, { flavour, base: { markdown, tiptap: value.doc } }).value;
}
