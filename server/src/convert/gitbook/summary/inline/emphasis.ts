/** A run of `*` or `_`; `left` is how many of its characters are text. */
export interface Delimiter {
  readonly char: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  left: number;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** What a run of delimiters can do, given the characters beside it (CommonMark 0.31.2, section 6.2). */
export function delimiterAt(text: string, start: number, end: number): Delimiter {
  const char = text.charAt(start);
  const before = lastCharacter(text.slice(Math.max(0, start - 2), start));
  const after = firstCharacter(text.slice(end, end + 2));
  const left = !isSpace(after) && (!PUNCTUATION.test(after) || isSpace(before) || PUNCTUATION.test(before));
  const right = !isSpace(before) && (!PUNCTUATION.test(before) || isSpace(after) || PUNCTUATION.test(after));
  const canOpen = left && (char === '*' || !right || PUNCTUATION.test(before));
  const canClose = right && (char === '*' || !left || PUNCTUATION.test(after));
  const length = end - start;
  return { char, length, canOpen, canClose, left: length, previous: undefined, next: undefined };
}

/** The runs that wait for a partner, as a list that can be cut in the middle. */
export class DelimiterStack {
  top: Delimiter | undefined;

  push(delimiter: Delimiter): void {
    delimiter.previous = this.top;
    if (this.top !== undefined) this.top.next = delimiter;
    this.top = delimiter;
  }

  /** Pairs the runs above one and takes them off the stack: what is paired is no text (appendix, process emphasis). */
  pairAbove(bottom: Delimiter | undefined): void {
    const bottoms = new Map<string, Delimiter | undefined>();
    let closer = this.#firstAbove(bottom);
    while (closer !== undefined) {
      if (!closer.canClose) {
        closer = closer.next;
        continue;
      }
      const key = `${closer.char}${String(closer.canOpen)}${closer.length % 3}`;
      const opener = findOpener(closer, bottom, bottoms.has(key) ? bottoms.get(key) : bottom);
      if (opener === undefined) {
        bottoms.set(key, closer.previous);
        const next: Delimiter | undefined = closer.next;
        if (!closer.canOpen) this.#remove(closer);
        closer = next;
        continue;
      }
      const used = closer.left >= 2 && opener.left >= 2 ? 2 : 1;
      opener.left -= used;
      closer.left -= used;
      opener.next = closer;
      closer.previous = opener;
      if (opener.left === 0) this.#remove(opener);
      if (closer.left > 0) continue;
      const next: Delimiter | undefined = closer.next;
      this.#remove(closer);
      closer = next;
    }
    this.top = bottom;
    if (bottom !== undefined) bottom.next = undefined;
  }

  #firstAbove(bottom: Delimiter | undefined): Delimiter | undefined {
    let first: Delimiter | undefined;
    for (let at = this.top; at !== undefined && at !== bottom; at = at.previous) first = at;
    return first;
  }

  #remove({ previous, next }: Delimiter): void {
    if (previous !== undefined) previous.next = next;
    if (next !== undefined) next.previous = previous;
  }
}

function findOpener(
  closer: Delimiter,
  bottom: Delimiter | undefined,
  searched: Delimiter | undefined,
): Delimiter | undefined {
  for (let at = closer.previous; at !== undefined && at !== bottom && at !== searched; at = at.previous) {
    const isOdd =
      (closer.canOpen || at.canClose) && closer.length % 3 !== 0 && (at.length + closer.length) % 3 === 0;
    if (at.char === closer.char && at.canOpen && !isOdd) return at;
  }
  return undefined;
}

function firstCharacter(text: string): string {
  return /^./su.exec(text)?.[0] ?? '\n';
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text)?.[0] ?? '\n';
}

function isSpace(char: string): boolean {
  return /^\s$/u.test(char);
}
