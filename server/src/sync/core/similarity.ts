/**
 * How much two texts have in common: twice the number of shared non-blank lines over all of them, 0 to 1
 * (Dice's coefficient over the multiset of lines).
 */
export function similarity(a: string, b: string): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const line of significantLines(a)) {
    counts.set(line, (counts.get(line) ?? 0) + 1);
    total += 1;
  }
  let shared = 0;
  for (const line of significantLines(b)) {
    total += 1;
    const left = counts.get(line) ?? 0;
    if (left > 0) {
      counts.set(line, left - 1);
      shared += 1;
    }
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

function* significantLines(text: string): Iterable<string> {
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const trimmed = line.trim();
    if (trimmed !== '' && trimmed !== '---') yield trimmed;
  }
}
