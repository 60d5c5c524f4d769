/** Draws of one seed: the same seed gives the same draws on every machine. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  integer(below: number): number;
  /** One of the items. Throws RangeError on none. */
  pick<T>(items: readonly T[]): T;
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean;
}

/** Marsaglia's xorshift with 32 bits (Journal of Statistical Software 8/14, 2003). */
export function createRandom(seed: number): Random {
  // Zero is the one state that never changes.
  let state = seed | 0 || 1;
  const integer = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  return {
    integer,
    pick(items) {
      const item = items[integer(items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from.');
      return item;
    },
    chance: (percent) => integer(100) < percent,
  };
}
