import { NATIVE } from '../attributes.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { nativeOf } from './attributeTable.js';

/** What an edited node takes over from the platform's own one of what TipTap's form does not say; undefined: nothing. */
export function inheritNative(edited: TiptapNode, held: TiptapNode): Json | undefined {
  if (held.attrs?.[NATIVE] === undefined) return undefined;
  const [own, theirs] = [nativeOf(edited.attrs), nativeOf(held.attrs)];
  return { ...own, ...theirs, attrs: { ...own.attrs, ...theirs.attrs } };
}
