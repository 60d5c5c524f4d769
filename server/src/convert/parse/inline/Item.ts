import type { PhrasingContent } from 'mdast';

/** A part of inline content while it is being read: a node, text, or a delimiter or bracket that may become either. */
export class Item {
  /** Offsets in the content. */
  from: number;
  to: number;
  /** The text it stands for unless it becomes syntax. */
  value: string;
  node: PhrasingContent | undefined;
  before: Item | undefined;
  after: Item | undefined;
  /** How deep nodes nest in it. */
  depth = 0;

  constructor(from: number, to: number, value: string, node?: PhrasingContent) {
    this.from = from;
    this.to = to;
    this.value = value;
    this.node = node;
  }
}

/** A run of `*`, `_` or `~` that may open or close emphasis. */
export class Delimiter {
  readonly item: Item;
  readonly char: number;
  /** How many characters the run had, and how many are left. */
  readonly length: number;
  left: number;
  readonly opens: boolean;
  readonly closes: boolean;
  before: Delimiter | undefined;
  after: Delimiter | undefined;

  constructor(item: Item, char: number, opens: boolean, closes: boolean) {
    this.item = item;
    this.char = char;
    this.length = item.to - item.from;
    this.left = this.length;
    this.opens = opens;
    this.closes = closes;
  }
}

/** `[` or `![` that may open a link, an image or a footnote reference. */
export interface Bracket {
  readonly item: Item;
  readonly image: boolean;
  /** The last delimiter in front of it. */
  readonly delimiter: Delimiter | undefined;
  readonly before: Bracket | undefined;
  /** A link may not hold this one's link. */
  active: boolean;
  /** This one and all that opened before it were told of a link behind them. */
  told: boolean;
  /** Another bracket opened inside of it. */
  nested: boolean;
}
