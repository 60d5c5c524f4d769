import type { TiptapNode } from '../../../convert/tiptap.js';
import type { SampleDocument, SampleFolder } from '../SampleContent.js';

/** A page of the handbook that everybody may read. */
export function page(key: string, title: string, ...content: readonly TiptapNode[]): SampleDocument {
  return { key, title, doc: { type: 'doc', content } };
}

/** A page that only its owner sees. */
export function privatePage(key: string, title: string, ...content: readonly TiptapNode[]): SampleDocument {
  return { ...page(key, title, ...content), private: true };
}

export function folder(
  name: string,
  icon: string,
  documents: readonly SampleDocument[],
  folders: readonly SampleFolder[] = [],
): SampleFolder {
  return { name, icon, documents, folders };
}
