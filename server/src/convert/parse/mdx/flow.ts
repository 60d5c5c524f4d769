import { LINE_FEED, skipBlanks } from '../codes.js';
import { ScriptScanner } from './ScriptScanner.js';
import { readTag } from './tag.js';

/** What stands alone on its lines. */
export interface Flow {
  readonly to: number;
  /** The name of the tag when there is one tag and nothing else. */
  readonly tag?: string;
}

/** Whether a text is tags and expressions that MDX reads as blocks. */
export function isFlow(text: string): boolean {
  if (!/^[<{]/.test(text)) return false;
  const scanner = new ScriptScanner(text, () => undefined);
  return readFlow(scanner, 0)?.to === text.length;
}

/**
 * Reads tags and expressions that are all there is on their lines, the first at an offset; undefined when there is
 * more, or when they are no valid MDX. As in MDX, an expression may follow a tag but no other expression.
 */
export function readFlow(scanner: ScriptScanner, at: number): Flow | undefined {
  const { text } = scanner;
  let next = at;
  let count = 0;
  let name: string | undefined;
  let afterExpression = false;
  for (;;) {
    const char = text.charAt(next);
    let end: number | undefined;
    if (char === '<') {
      const tag = readTag(scanner, next);
      if (tag === undefined || tag === 'text') return undefined;
      name = tag.name;
      end = tag.to;
    } else if (char === '{' && !afterExpression) {
      end = scanner.expressionEnd(next);
      name = undefined;
    }
    if (end === undefined) return undefined;
    afterExpression = char === '{';
    count += 1;
    next = skipBlanks(text, end, text.length);
    if (next === text.length || text.charCodeAt(next) === LINE_FEED)
      return count === 1 && name !== undefined ? { to: end, tag: name } : { to: end };
  }
}
