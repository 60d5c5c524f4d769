import { isSpaceOrTab } from '../codes.js';

/** Whether a line holds three or more of one of `*`, `-`, `_` and blanks only (CommonMark 0.31.2, section 4.1). */
export function isThematicBreak(text: string, from: number, end: number): boolean {
  const char = text.charCodeAt(from);
  let count = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === char) count += 1;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}
