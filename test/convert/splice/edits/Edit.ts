import type { TiptapDocument, TiptapNode } from '../../../../server/src/convert/tiptap.js';
import { textOf } from './nodeEdits.js';

/** A change that a person could have made, and what of the file it may touch. */
export interface Edit {
  readonly name: string;
  readonly doc: TiptapDocument;
  /** Words on lines that may change; every other word's line must not. */
  readonly touched: ReadonlySet<string>;
  /** The edit is this word for another in one place: nothing else of its line may change. */
  readonly replaced?: { readonly from: string; readonly to: string };
  /** The edit puts something around this word: what stands before it and after it on its line stays. */
  readonly wrapped?: string;
}

/** A source of choices: the same seed, the same choices. */
export type Pick = (below: number) => number;

/** A page that edits are made on. */
export interface EditedPage {
  readonly pick: Pick;
  /** The words of a text that occur once on the page: each tells which line it stands on. */
  readonly wordsIn: (text: string) => readonly string[];
}

/** A text node without marks. */
export function text(value: string): TiptapNode {
  return { type: 'text', text: value };
}

/** A paragraph of one text. */
export function paragraph(value: string): TiptapNode {
  return { type: 'paragraph', content: [text(value)] };
}

/** The words that occur once and stand below these nodes. */
export function words(
  { wordsIn }: EditedPage,
  ...nodes: readonly (TiptapNode | undefined)[]
): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => (node === undefined ? [] : wordsIn(textOf(node)))));
}
