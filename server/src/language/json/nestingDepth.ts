const OPENERS: ReadonlyMap<number, number> = new Map([
  [0x5b, 0x5d],
  [0x7b, 0x7d],
]);

/**
 * Deepest nesting of `[` and `{` outside strings, without recursion (parsers recurse). A closer that does
 * not match closes nothing, as in a parser that skips it. Stops counting at `limit`.
 */
export function nestingDepth(text: string, limit: number): number {
  const expected: number[] = [];
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length && deepest < limit; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 0x5c) index++;
      else if (unit === 0x22 || unit === 0x0a) inString = false;
      continue;
    }
    if (unit === 0x22) inString = true;
    const closer = OPENERS.get(unit);
    if (closer !== undefined) deepest = Math.max(deepest, expected.push(closer));
    else if (unit === expected.at(-1)) expected.pop();
  }
  return deepest;
}
