import { ScriptScanner } from '../mdx/ScriptScanner.js';
import type { ParseContext } from '../ParseContext.js';
import type { BlockParser } from './BlockParser.js';
import { Cursor } from './Cursor.js';
import { takeContainer } from './containerLine.js';
import type { Container } from './open.js';

/** What follows in a block, as one text without what containers put in front of its lines. */
export interface FollowingText {
  readonly value: string;
  /** What knows where scripts in it end. */
  readonly script: ScriptScanner;
  /** Turns an offset of the source into one of `value`; undefined when it stands outside. */
  readonly offsetOf: (source: number) => number | undefined;
  /** Turns an offset of `value` back. */
  readonly sourceOf: (offset: number) => number;
}

/** Looks at lines that were not read yet, as the containers that are open will hold them. */
export class Following {
  readonly #parser: BlockParser;
  readonly #known = new WeakMap<Container, FollowingText>();

  constructor(parser: BlockParser) {
    this.#parser = parser;
  }

  /** The text from the cursor on that belongs to the first containers, as many as `depth` says. */
  text(depth: number): FollowingText {
    const { cursor, stack, context } = this.#parser;
    const innermost = stack[depth - 1];
    const known = innermost === undefined ? undefined : this.#known.get(innermost);
    if (known?.offsetOf(cursor.next) !== undefined) return known;
    const text = depth === 1 ? wholeText(context.text, context.spend) : this.#collect(stack.slice(1, depth));
    if (innermost !== undefined) this.#known.set(innermost, text);
    return text;
  }

  #collect(containers: readonly Container[]): FollowingText {
    const { cursor, context } = this.#parser;
    const starts = [0];
    const sources = [cursor.next];
    let value = context.text.slice(cursor.next, cursor.end);
    const ahead = new Cursor(context.text, cursor.deepest);
    for (let start = cursor.end + 1; start < context.text.length; start = ahead.end + 1) {
      ahead.open(start);
      if (!containers.every((container) => isTaken(ahead, container))) break;
      value += '\n';
      starts.push(value.length);
      sources.push(ahead.offset);
      value += context.text.slice(ahead.offset, ahead.end);
    }
    context.spend(value.length);
    return {
      value,
      script: new ScriptScanner(value, context.spend),
      ...placesOf(starts, sources, value.length),
    };
  }
}

function isTaken(cursor: Cursor, container: Container): boolean {
  cursor.look();
  return takeContainer(cursor, container);
}

function wholeText(value: string, spend: ParseContext['spend']): FollowingText {
  const same = (offset: number): number => offset;
  return { value, script: new ScriptScanner(value, spend), offsetOf: same, sourceOf: same };
}

function placesOf(
  starts: readonly number[],
  sources: readonly number[],
  length: number,
): Pick<FollowingText, 'offsetOf' | 'sourceOf'> {
  return {
    offsetOf: (source) => {
      const line = lastUpTo(sources, source);
      if (line === -1) return undefined;
      const offset = (starts[line] ?? 0) + source - (sources[line] ?? 0);
      return offset < (starts[line + 1] ?? length + 1) ? offset : undefined;
    },
    sourceOf: (offset) => {
      const line = Math.max(0, lastUpTo(starts, offset));
      return (sources[line] ?? 0) + offset - (starts[line] ?? 0);
    },
  };
}

/** The place of the last number in a rising list that is not above a value; -1 when there is none. */
function lastUpTo(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
