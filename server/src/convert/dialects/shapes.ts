import type { Attributes } from '../attributes.js';

/**
 * What a node may hold: nothing; text without marks; text; anything in a line; blocks, at least one; blocks that begin
 * with a paragraph; a summary and a content; or parts of these types.
 */
export type Holds =
  'nothing' | 'code' | 'text' | 'inline' | 'blocks' | 'item' | 'details' | readonly string[];

/** What a platform's schema says of a node, under TipTap's names. */
export interface Shape {
  /** Where it may stand: among blocks, in a line, or only in the node that lists it. */
  readonly place: 'block' | 'inline' | 'part';
  readonly holds: Holds;
  /** Types of the blocks that it holds, where not any. */
  readonly only?: readonly string[];
  /** Attributes without which the platform refuses it. */
  readonly requires?: readonly string[];
  /** Attributes that stand for each other where one is missing. */
  readonly borrows?: Readonly<Record<string, string>>;
  /** Attributes of TipTap's that it has not. */
  readonly lacks?: readonly string[];
  /** Attributes, by the platform's names, that a new node needs because their absence says something else there. */
  readonly native?: Attributes;
  /** Values of an attribute that the platform knows under another name: `type`, `danger` to `warning`. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a platform's schema says, under TipTap's names. */
export interface Schema {
  readonly nodes: Readonly<Record<string, Shape>>;
  readonly marks: readonly string[];
  /** Marks that cannot stand beside code. */
  readonly besideCode: 'none' | { readonly except: readonly string[] };
}

/** Blocks, parts and inline nodes that every platform here has. */
export const COMMON_NODES: Readonly<Record<string, Shape>> = {
  paragraph: { place: 'block', holds: 'inline' },
  heading: { place: 'block', holds: 'inline' },
  blockquote: { place: 'block', holds: 'blocks' },
  codeBlock: { place: 'block', holds: 'code' },
  horizontalRule: { place: 'block', holds: 'nothing' },
  bulletList: { place: 'block', holds: ['listItem'] },
  orderedList: { place: 'block', holds: ['listItem'] },
  taskList: { place: 'block', holds: ['taskItem'] },
  listItem: { place: 'part', holds: 'item' },
  taskItem: { place: 'part', holds: 'item' },
  table: { place: 'block', holds: ['tableRow'] },
  tableRow: { place: 'part', holds: ['tableCell', 'tableHeader'] },
  tableHeader: { place: 'part', holds: 'blocks' },
  tableCell: { place: 'part', holds: 'blocks' },
  details: { place: 'block', holds: 'details' },
  detailsSummary: { place: 'part', holds: 'text' },
  detailsContent: { place: 'part', holds: 'blocks' },
  blockMath: { place: 'block', holds: 'nothing' },
  text: { place: 'inline', holds: 'nothing' },
  hardBreak: { place: 'inline', holds: 'nothing' },
  inlineMath: { place: 'inline', holds: 'nothing' },
  mention: { place: 'inline', holds: 'nothing' },
};

/** A block without content of its own: media, embedded parts of other services. */
export const ATOM_BLOCK: Shape = { place: 'block', holds: 'nothing' };

/** The same in a line. */
export const ATOM_INLINE: Shape = { place: 'inline', holds: 'nothing' };
