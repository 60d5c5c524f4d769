import type { Attributes } from '../attributes.js';
import type { Json, TiptapNode } from '../tiptap.js';

/** One kind of node or mark that a platform names otherwise than TipTap, or whose attributes it names otherwise. */
export interface Naming {
  /** The platform's name. */
  readonly theirs: string;
  /** TipTap's name. Of several namings with the same one, the first is what a new node gets. */
  readonly ours: string;
  /** Names of attributes: the platform's to TipTap's. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Values, by the platform's names, that say no more than their absence does. */
  readonly defaults?: Attributes;
  /** A node that is built otherwise than TipTap's. */
  readonly form?: Form;
}

/** A node in TipTap's form, and what that form cannot say. */
export interface Formed {
  readonly node: TiptapNode;
  readonly note?: Json;
}

/**
 * Two ways to build the same node. Children and attributes have TipTap's names on both sides; `toTheirs` undoes
 * `toOurs` exactly.
 */
export interface Form {
  /** Attributes that `toOurs` adds. */
  readonly adds: readonly string[];
  /** Undefined when the node is not built as the platform builds it. */
  readonly toOurs: (node: TiptapNode) => Formed | undefined;
  /** Undefined when the node is not built as TipTap builds it. */
  readonly toTheirs: (node: TiptapNode, note: Json | undefined) => TiptapNode | undefined;
}

/** The names of one platform's schema, where they are not TipTap's. */
export interface DialectNames {
  /** Stands in front of the platform's names that clash with names of TipTap's: `outline-`. */
  readonly prefix: string;
  readonly nodes: readonly Naming[];
  readonly marks: readonly Naming[];
  /** Values of attributes of any node that say no more than their absence does. */
  readonly everywhere?: Attributes;
}
