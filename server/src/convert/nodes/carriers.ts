import { furtherAttributes, type Attributes, type Carrier } from '../attributes.js';
import { isSafeKey } from '../carrier/safeKey.js';
import type { Carried } from '../carrier/comment.js';
import { writeComment } from '../carrier/flavouredComment.js';
import type { Printer } from '../print/Printer.js';

/** Keys of a carrier comment that say something else than an attribute. */
const RESERVED: ReadonlySet<string> = new Set(['empty', 'as', 'link', 'columns', 'block', 'inline']);

/**
 * The attributes of a node that its Markdown does not show, ready for a carrier comment; undefined when a name cannot
 * be carried.
 */
export function carriedAttributes(node: Carrier, known: ReadonlySet<string>): Attributes | undefined {
  const further = furtherAttributes(node, known);
  return Object.keys(further).every((name) => isSafeKey(name) && !RESERVED.has(name)) ? further : undefined;
}

/** A carrier comment on the line after a block; nothing when there is nothing to carry. */
export function afterBlock(block: string, carried: Carried, { traits }: Pick<Printer, 'traits'>): string {
  return Object.keys(carried).length === 0 ? block : `${block}\n${writeComment(carried, traits.syntax)}`;
}

/** Whether a carrier holds attributes only. */
export function holdsAttributesOnly(carried: Carried): boolean {
  return Object.keys(carried).every((name) => !RESERVED.has(name));
}
