import type { TiptapNode } from '../../../server/src/convert/tiptap.js';

/** Whether a block defines references, in our form or a plain platform's: who changes it changes other blocks, too. */
export function isDefinition(block: TiptapNode | undefined): boolean {
  const source = block?.type === 'rawBlock' ? block.attrs?.['source'] : rawText(block);
  return typeof source === 'string' && source.trimStart().startsWith('[');
}

function rawText(block: TiptapNode | undefined): string | undefined {
  return block?.attrs?.['language'] === 'raw' ? block.content?.[0]?.text : undefined;
}
