import type { PhrasingContent } from 'mdast';
import { ConversionTooDeepError } from '../../../errors/conversionErrors.js';
import { MAX_DEPTH } from '../../limits.js';
import type { Content } from '../Content.js';
import type { ParseContext } from '../ParseContext.js';
import { Span } from '../Span.js';
import type { Item } from './Item.js';

/** The parts of inline content in order; a part of the list can be taken out and put back as one node. */
export class ItemList {
  readonly content: Content;
  readonly #context: ParseContext;
  first: Item | undefined;
  last: Item | undefined;
  #pushed = 0;

  constructor(content: Content, context: ParseContext) {
    this.content = content;
    this.#context = context;
  }

  /** Throws ConversionTooComplexError when there are too many. */
  push(item: Item): void {
    this.#pushed += 1;
    this.#context.parts.add(this.#pushed);
    item.before = this.last;
    if (this.last === undefined) this.first = item;
    else this.last.after = item;
    this.last = item;
  }

  remove(item: Item): void {
    if (item.before === undefined) this.first = item.after;
    else item.before.after = item.after;
    if (item.after === undefined) this.last = item.before;
    else item.after.before = item.before;
  }

  /** Takes the items behind one and in front of another (to the end without one) out, and makes them nodes. */
  take(from: Item, to: Item | undefined): { readonly children: PhrasingContent[]; readonly depth: number } {
    const taken = this.nodes(from.after, to);
    from.after = to;
    if (to === undefined) this.last = from;
    else to.before = from;
    if (taken.depth > MAX_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    return taken;
  }

  /** Puts an item between two others. */
  insert(item: Item, behind: Item, before: Item): void {
    item.before = behind;
    item.after = before;
    before.before = item;
    behind.after = item;
  }

  /** The nodes of items from one to another, texts side by side joined. */
  nodes(from: Item | undefined, to?: Item): { readonly children: PhrasingContent[]; readonly depth: number } {
    const children: PhrasingContent[] = [];
    let depth = 0;
    for (let item = from; item !== undefined && item !== to;) {
      if (item.node !== undefined) {
        children.push(item.node);
        if (item.depth > depth) depth = item.depth;
        item = item.after;
        continue;
      }
      const start = item.from;
      let end = item.to;
      let { value } = item;
      for (
        item = item.after;
        item !== undefined && item !== to && item.node === undefined;
        item = item.after
      ) {
        if (item.from < item.to) end = item.to;
        value += item.value;
      }
      if (value !== '') children.push({ type: 'text', value, position: this.span(start, end) });
    }
    return { children, depth };
  }

  span(from: number, to: number): Span {
    return new Span(this.content.at(from), this.content.end(to), this.#context.lines);
  }
}
