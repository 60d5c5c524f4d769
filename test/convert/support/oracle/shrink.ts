/**
 * The smallest text found that still fails: whole lines are left out first (delta debugging), then single characters.
 * `fails` must hold for the text given; it is asked at most `budget` times.
 */
export function shrink(text: string, fails: (text: string) => boolean, budget = 2000): string {
  let left = budget;
  const ask = (candidate: string): boolean => {
    if (left <= 0) return false;
    left -= 1;
    return fails(candidate);
  };
  const lines = reduce(text.split(/(?<=\n)/), (parts) => ask(parts.join('')));
  const joined = lines.join('');
  return joined.length > 400
    ? joined
    : reduce(joined.split(/(?:)/u), (parts) => ask(parts.join(''))).join('');
}

/** Leaves out ever smaller runs of parts as long as the rest fails. */
function reduce(parts: readonly string[], fails: (parts: readonly string[]) => boolean): readonly string[] {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let changed = true; changed;) {
      changed = false;
      for (let at = 0; at < kept.length && kept.length > 1;) {
        const candidate = [...kept.slice(0, at), ...kept.slice(at + size)];
        if (candidate.length > 0 && fails(candidate)) {
          kept = candidate;
          changed = true;
        } else {
          at += size;
        }
      }
      if (size > 1) break;
    }
  }
  return kept;
}
