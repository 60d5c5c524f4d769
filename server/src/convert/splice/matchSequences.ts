import type { Spend } from '../terms.js';

/** Two places that belong together. */
export type Match = readonly [left: number, right: number];

/** Largest table of the longest common subsequence, in cells. */
const MAX_CELLS = 4_000_000;

/** Cells that are as much work as looking at one character. */
const CELLS_PER_STEP = 4;

/**
 * The longest common subsequence of two sequences, as pairs of places in rising order: equal ends are taken first, the
 * middle by dynamic programming, and a middle too large for that by the keys that occur once on both sides.
 */
export function matchSequences(
  left: number,
  right: number,
  same: (left: number, right: number) => boolean,
  spend?: Spend,
): readonly Match[] {
  let head = 0;
  while (head < left && head < right && same(head, head)) head += 1;
  let tail = 0;
  while (tail < left - head && tail < right - head && same(left - 1 - tail, right - 1 - tail)) tail += 1;
  const matches: Match[] = Array.from({ length: head }, (_, at): Match => [at, at]);
  for (const match of matchMiddle(head, left - tail, right - tail, same, spend)) matches.push(match);
  for (let at = tail; at > 0; at -= 1) matches.push([left - at, right - at]);
  return matches;
}

function matchMiddle(
  head: number,
  leftEnd: number,
  rightEnd: number,
  same: (left: number, right: number) => boolean,
  spend: Spend | undefined,
): readonly Match[] {
  const rows = leftEnd - head;
  const columns = rightEnd - head;
  if (rows <= 0 || columns <= 0) return [];
  if (rows * columns > MAX_CELLS) return matchGreedily(head, leftEnd, rightEnd, same, spend);
  spend?.((rows * columns) / CELLS_PER_STEP);
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const equal = same(head + row, head + column);
      lengths[row * width + column] = equal
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const matches: Match[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (same(head + row, head + column) && at(row, column) === at(row + 1, column + 1) + 1) {
      matches.push([head + row, head + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return matches;
}

/** Each place in turn with the next equal one near it: not the longest, but linear. */
function matchGreedily(
  head: number,
  leftEnd: number,
  rightEnd: number,
  same: (left: number, right: number) => boolean,
  spend: Spend | undefined,
): readonly Match[] {
  const matches: Match[] = [];
  let next = head;
  for (let left = head; left < leftEnd && next < rightEnd; left += 1) {
    const limit = Math.min(rightEnd, next + 200);
    let right = next;
    while (right < limit && !same(left, right)) right += 1;
    spend?.((right - next + 1) / CELLS_PER_STEP);
    if (right === limit) continue;
    matches.push([left, right]);
    next = right + 1;
  }
  return matches;
}
