/**
 * Which blocks of `expected` are not found again in `actual`, block for block. Where the numbers differ, blocks that
 * are equal at both ends are trimmed, and everything between them counts as lost, with the block before it, which may
 * have swallowed what follows.
 */
export function differingBlocks(expected: readonly string[], actual: readonly string[]): readonly number[] {
  if (expected.length === actual.length) {
    return indexes(0, expected.length).filter((index) => expected[index] !== actual[index]);
  }
  let head = 0;
  while (head < expected.length && head < actual.length && expected[head] === actual[head]) head += 1;
  let tail = 0;
  const room = Math.min(expected.length, actual.length) - head;
  while (tail < room && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail]) tail += 1;
  const end = expected.length - tail;
  return indexes(Math.max(0, head - 1), Math.max(end, Math.min(head + 1, expected.length)));
}

function indexes(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
