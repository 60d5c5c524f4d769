/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A mark of a TipTap text node. */
export interface TiptapMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, Json>>;
}

/** A node of a TipTap (ProseMirror) document as `editor.getJSON()` gives it. */
export interface TiptapNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, Json>>;
  readonly content?: readonly TiptapNode[];
  readonly marks?: readonly TiptapMark[];
  readonly text?: string;
}

/** A whole document: `type` is `doc`. */
export interface TiptapDocument extends TiptapNode {
  readonly type: 'doc';
}

/** The node and mark names of one platform's schema. */
export type Dialect = 'tiptap' | 'ondoki' | 'outline' | 'docmost';
