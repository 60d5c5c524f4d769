import { ScriptScanner } from '../mdx/ScriptScanner.js';
import { countUpTo } from '../countUpTo.js';
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
  /** Turns an offset of the source behind its start into one of `value`; undefined when it stands outside. */
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

  /** The text that belongs to the first containers, as many as `depth` says, and where in it the cursor stands. */
  at(depth: number): { readonly text: FollowingText; readonly offset: number } {
    const { cursor, stack, context } = this.#parser;
    const innermost = stack[depth - 1] as Container;
    const known = this.#known.get(innermost);
    const offset = known?.offsetOf(cursor.next);
    if (known !== undefined && offset !== undefined) return { text: known, offset };
    const whole = depth === 1;
    const text = whole ? wholeText(context.text, context.spend) : this.#collect(stack.slice(1, depth));
    this.#known.set(innermost, text);
    return { text, offset: whole ? cursor.next : 0 };
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

/** The places of lines that begin at offsets of a text of a length, and where those of the source are. */
function placesOf(
  starts: readonly number[],
  sources: readonly number[],
  length: number,
): Pick<FollowingText, 'offsetOf' | 'sourceOf'> {
  const distance = (line: number): number => (sources[line] as number) - (starts[line] as number);
  return {
    offsetOf: (source) => {
      const lines = countUpTo(sources, source);
      const offset = source - distance(lines - 1);
      return offset < (starts[lines] ?? length + 1) ? offset : undefined;
    },
    sourceOf: (offset) => offset + distance(countUpTo(starts, offset) - 1),
  };
}
