import { matchSequences } from '../../../../server/src/convert/splice/matchSequences.js';

/** Lines taken out and put in between two lines that stay. */
export interface Hunk {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What a line diff shows: the longest common subsequence of lines, and what differs between. */
export function lineChanges(before: string, after: string): readonly Hunk[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const hunks: Hunk[] = [];
  let a = 0;
  let b = 0;
  const matches = matchSequences(left.length, right.length, (x, y) => left[x] === right[y]);
  for (const [x, y] of [...matches, [left.length, right.length] as const]) {
    if (x > a || y > b) hunks.push({ removed: left.slice(a, x), added: right.slice(b, y) });
    a = x + 1;
    b = y + 1;
  }
  return hunks;
}
