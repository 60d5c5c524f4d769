/**
 * Tells how much a text has in common with each of many: twice the number of shared non-blank lines over all
 * of both, 0 to 1 (Dice's coefficient over the multiset of lines). Only texts that share a line are compared,
 * so that thousands of files can be looked through for thousands of others.
 */
export class SimilarTexts<Key> {
  /** How often each line stands in which text. */
  readonly #lines = new Map<string, Map<Key, number>>();
  readonly #totals = new Map<Key, number>();

  constructor(texts: Iterable<readonly [Key, string]>) {
    for (const [key, text] of texts) {
      const { counts, total } = countLines(text);
      this.#totals.set(key, total);
      for (const [line, count] of counts) {
        const found = this.#lines.get(line);
        if (found === undefined) this.#lines.set(line, new Map([[key, count]]));
        else found.set(key, count);
      }
    }
  }

  /** The similarity of `text` to each one that it has a line in common with. */
  similarities(text: string): ReadonlyMap<Key, number> {
    const { counts, total } = countLines(text);
    const shared = new Map<Key, number>();
    for (const [line, count] of counts) {
      for (const [key, other] of this.#lines.get(line) ?? []) {
        shared.set(key, (shared.get(key) ?? 0) + Math.min(count, other));
      }
    }
    return new Map([...shared].map(([key, lines]) => [key, (2 * lines) / (total + this.#totalOf(key))]));
  }

  #totalOf(key: Key): number {
    return this.#totals.get(key) ?? 0;
  }
}

function countLines(text: string): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const counts = new Map<string, number>();
  let total = 0;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed === '---') continue;
    counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}
