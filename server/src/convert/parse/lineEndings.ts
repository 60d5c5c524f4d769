import { countUpTo } from './countUpTo.js';

/** A text with line feeds only, and the way back to the offsets of the original. */
export interface PlainLines {
  readonly text: string;
  /** `crlf` when every line of the original ends in CR LF, `mixed` when only some do. */
  readonly ending: 'lf' | 'crlf' | 'mixed';
  /** Turns an offset into `text` into an offset into the original (UTF-16). */
  readonly toOriginal: (offset: number) => number;
}

/** Reads CR LF and lone CR as line feeds (CommonMark 0.31.2, section 2.1: line ending). */
export function plainLines(original: string): PlainLines {
  if (!original.includes('\r')) return { text: original, ending: 'lf', toOriginal: (offset) => offset };
  const removed: number[] = [];
  let others = 0;
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at);
    if (code === 10) others += 1;
    if (code !== 13) continue;
    if (original.charCodeAt(at + 1) === 10) {
      removed.push(at - removed.length);
      at += 1;
    } else {
      others += 1;
    }
  }
  return {
    text: original.replace(/\r\n?/g, '\n'),
    ending: others === 0 ? 'crlf' : 'mixed',
    toOriginal: (offset) => offset + countUpTo(removed, offset - 1),
  };
}
