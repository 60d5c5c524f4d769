import type { PhrasingContent } from 'mdast';
import { STAR, TILDE, UNDERSCORE } from '../codes.js';
import { Item, type Delimiter } from './Item.js';
import type { ItemList } from './ItemList.js';

/** The delimiters that are still open, the last one first. */
export class DelimiterStack {
  last: Delimiter | undefined;

  push(delimiter: Delimiter): void {
    delimiter.before = this.last;
    if (this.last !== undefined) this.last.after = delimiter;
    this.last = delimiter;
  }

  remove(delimiter: Delimiter): void {
    if (delimiter.before !== undefined) delimiter.before.after = delimiter.after;
    if (delimiter.after === undefined) this.last = delimiter.before;
    else delimiter.after.before = delimiter.before;
  }

  /** Forgets the delimiters behind one. */
  cut(bottom: Delimiter | undefined): void {
    this.last = bottom;
    if (bottom !== undefined) bottom.after = undefined;
  }
}

/**
 * Pairs delimiters behind `bottom` (CommonMark 0.31.2, appendix "process emphasis"); runs of tildes pair when they are
 * as long as one another (GFM strikethrough as cmark-gfm reads it).
 */
export function pairDelimiters(stack: DelimiterStack, bottom: Delimiter | undefined, items: ItemList): void {
  if (stack.last === bottom) return;
  // Below these no opener is left: one a character, length modulo three and whether the closer can open too.
  const bottoms: (Delimiter | undefined)[] = new Array<Delimiter | undefined>(18).fill(bottom);
  let closer = firstAbove(stack, bottom);
  while (closer !== undefined) {
    if (!closer.closes) {
      closer = closer.after;
      continue;
    }
    const slot =
      (closer.char === STAR ? 0 : closer.char === UNDERSCORE ? 6 : 12) +
      (closer.opens ? 3 : 0) +
      (closer.length % 3);
    const opener = openerOf(closer, bottom, bottoms[slot]);
    if (opener === undefined) {
      bottoms[slot] = closer.before;
      const next: Delimiter | undefined = closer.after;
      if (!closer.opens) stack.remove(closer);
      closer = next;
    } else if (closer.char === TILDE) {
      closer = pairTildes(stack, opener, closer, items);
    } else {
      closer = pair(stack, opener, closer, closer.left > 1 && opener.left > 1 ? 2 : 1, items);
    }
  }
  stack.cut(bottom);
}

function firstAbove(stack: DelimiterStack, bottom: Delimiter | undefined): Delimiter | undefined {
  let first = stack.last;
  while (first?.before !== undefined && first.before !== bottom) first = first.before;
  return first;
}

function openerOf(
  closer: Delimiter,
  bottom: Delimiter | undefined,
  known: Delimiter | undefined,
): Delimiter | undefined {
  for (
    let opener = closer.before;
    opener !== undefined && opener !== bottom && opener !== known;
    opener = opener.before
  ) {
    if (opener.char !== closer.char || !opener.opens) continue;
    const both = closer.opens || opener.closes;
    if (!both || closer.length % 3 === 0 || (opener.length + closer.length) % 3 !== 0) return opener;
  }
  return undefined;
}

function pairTildes(
  stack: DelimiterStack,
  opener: Delimiter,
  closer: Delimiter,
  items: ItemList,
): Delimiter | undefined {
  return opener.left === closer.left ? pair(stack, opener, closer, opener.left, items) : closer.after;
}

/** Makes a node of what stands between two delimiters; gives the closer to go on with. */
function pair(
  stack: DelimiterStack,
  opener: Delimiter,
  closer: Delimiter,
  used: number,
  items: ItemList,
): Delimiter | undefined {
  const { children, depth } = items.take(opener.item, closer.item);
  const from = opener.item.to - used;
  const to = closer.item.from + used;
  const node = nodeOf(closer.char, used, children);
  node.position = items.span(from, to);
  const item = new Item(from, to, '', node);
  item.depth = depth + 1;
  items.insert(item, opener.item, closer.item);
  opener.after = closer;
  closer.before = opener;
  shorten(stack, opener, used, items, false);
  const next = closer.after;
  shorten(stack, closer, used, items, true);
  return closer.left > 0 ? closer : next;
}

function shorten(
  stack: DelimiterStack,
  delimiter: Delimiter,
  used: number,
  items: ItemList,
  front: boolean,
): void {
  const { item } = delimiter;
  delimiter.left -= used;
  item.value = item.value.slice(used);
  if (front) item.from += used;
  else item.to -= used;
  if (delimiter.left > 0) return;
  stack.remove(delimiter);
  items.remove(item);
}

function nodeOf(char: number, used: number, children: PhrasingContent[]): PhrasingContent {
  if (char === TILDE) return { type: 'delete', children };
  return used === 2 ? { type: 'strong', children } : { type: 'emphasis', children };
}
