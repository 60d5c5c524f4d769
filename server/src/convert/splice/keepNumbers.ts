import { attribute, markupOf, withMarkup } from '../attributes.js';
import type { Json, TiptapNode } from '../tiptap.js';
import type { Origin } from './pairNodes.js';

/**
 * Keeps the numbers that the items of a list were written with, so that an item put in or taken out leaves the lines of
 * the others alone: only the first number of a list means something (CommonMark 0.31.2, section 5.3).
 */
export function keepNumbers(
  list: TiptapNode,
  read: TiptapNode,
  origins: ReadonlyMap<number, Origin>,
): TiptapNode {
  if (list.type !== 'orderedList' || read.type !== 'orderedList') return list;
  const numbers: string[] = [];
  let last: number | undefined;
  list.content?.forEach((_, index) => {
    const origin = origins.get(index);
    const known = origin === undefined ? undefined : writtenNumber(read, origin.old);
    const written = index > 0 || Number.parseInt(known ?? '', 10) === startOf(list) ? known : undefined;
    const counted = last === undefined ? startOf(list) : sameNumbers(read) ? last : last + 1;
    const number = written ?? `${counted}${delimiter(read)}`;
    last = Number.parseInt(number, 10);
    numbers.push(number);
  });
  return withMarkup(list, { numbers });
}

/** Whether an item may keep the number it was written with in another place. */
export function keepsNumber(read: TiptapNode, old: number, index: number): boolean {
  return read.type !== 'orderedList' || index !== 0 || old === 0;
}

function writtenNumber(read: TiptapNode, index: number): string {
  const { numbers } = markupOf(read);
  const known: Json | undefined = Array.isArray(numbers) ? (numbers as readonly Json[])[index] : undefined;
  if (typeof known === 'string') return known;
  return `${sameNumbers(read) ? startOf(read) : startOf(read) + index}${delimiter(read)}`;
}

function sameNumbers(read: TiptapNode): boolean {
  return markupOf(read)['numbering'] === 'same';
}

function startOf(list: TiptapNode): number {
  const start = attribute(list, 'start');
  return typeof start === 'number' ? start : 1;
}

function delimiter(read: TiptapNode): string {
  return markupOf(read)['delimiter'] === ')' ? ')' : '.';
}
