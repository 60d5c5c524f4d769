import type { TiptapNode } from '../../../server/src/convert/tiptap.js';

/** Whether a block defines references, in our form or a plain platform's: who changes it changes other blocks, too. */
export function isDefinition(block: TiptapNode | undefined): boolean {
  if (block?.type === 'rawBlock')
    return block.attrs?.['source']?.toString().trimStart().startsWith('[') === true;
  return (
    block?.attrs?.['language'] === 'raw' && block.content?.[0]?.text?.trimStart().startsWith('[') === true
  );
}
