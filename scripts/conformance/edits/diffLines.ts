/** Lines that went and lines that came, in order. */
export interface LineChanges {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The fewest changed lines between two texts; a line's end belongs to it. */
export function diffLines(before: string, after: string): LineChanges {
  const old = linesOf(before);
  const fresh = linesOf(after);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  ) {
    end += 1;
  }
  return lcsChanges(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** By the longest common subsequence; the middle is short after both ends are gone. */
function lcsChanges(old: readonly string[], fresh: readonly string[]): LineChanges {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const removed: string[] = [];
  const added: string[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < fresh.length) {
    const one = old[row];
    const other = fresh[column];
    if (one !== undefined && one === other) {
      row += 1;
      column += 1;
    } else if (other === undefined || (one !== undefined && at(row + 1, column) >= at(row, column + 1))) {
      removed.push(one ?? '');
      row += 1;
    } else {
      added.push(other);
      column += 1;
    }
  }
  return { removed, added };
}
