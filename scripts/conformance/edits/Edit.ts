import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import type { Random } from './Random.js';

/** A document with one block changed. */
export interface Edited {
  readonly doc: TiptapDocument;
  /** The block as it was; undefined when it is new. */
  readonly before?: TiptapNode;
  /** The block as it is; undefined when it is gone. */
  readonly after?: TiptapNode;
}

/** One thing that could be changed in a document. */
export interface Edit {
  /** What is changed, and where: `text of paragraph in listItem`. */
  readonly kind: string;
  /** Whether blocks come or go; blank lines between blocks may then change, and the spread of lists. */
  readonly structural: boolean;
  /** Whether nothing but words of one text change. */
  readonly words: boolean;
  apply(random: Random): Edited;
}
