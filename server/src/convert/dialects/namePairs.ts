/** Renames both ways; each undoes the other, whatever name it is given. */
export interface NamePairs {
  readonly toOurs: (theirs: string) => string;
  readonly toTheirs: (ours: string) => string;
}

/** Stands in front of a name of ours that a platform would take for one of its own. */
export const OUR_PREFIX = 'tiptap-';

/**
 * Names that are listed are exchanged, all others stay as they are. Where that would give two things one name, a prefix
 * keeps them apart: theirs that is the name of something else here gets `prefix`, ours that is the name of something
 * else there gets `tiptap-`. `reserved` are names that mean something here and that theirs must not take.
 */
export function namePairs(
  pairs: readonly (readonly [theirs: string, ours: string])[],
  prefix: string,
  reserved: readonly string[],
): NamePairs {
  const oursOf = new Map(pairs);
  const theirsOf = new Map([...pairs].reverse().map(([theirs, ours]) => [ours, theirs]));
  const taken = new Set([...theirsOf.keys(), ...reserved]);
  const moved = (ours: string): boolean =>
    ours.startsWith(OUR_PREFIX)
      ? moved(ours.slice(OUR_PREFIX.length))
      : oursOf.has(ours) && !theirsOf.has(ours);
  return {
    toOurs: (theirs) => {
      const ours = oursOf.get(theirs);
      if (ours !== undefined) return ours;
      if (taken.has(theirs) || theirs.startsWith(prefix)) return prefix + theirs;
      const isOurs = theirs.startsWith(OUR_PREFIX) && moved(theirs);
      return isOurs ? theirs.slice(OUR_PREFIX.length) : theirs;
    },
    toTheirs: (ours) => {
      if (ours.startsWith(prefix)) return ours.slice(prefix.length);
      return theirsOf.get(ours) ?? (moved(ours) ? OUR_PREFIX + ours : ours);
    },
  };
}
