import type { Root } from 'mdast';
import type { CmarkGfm } from './cmarkGfm.js';
import { judge, type Judgement, type Standing } from './disagreement.js';
import { shrink } from './shrink.js';

export interface Disagreement extends Judgement {
  /** The smallest part found of the text that shows it. */
  readonly source: string;
}

/** Standings that count against us, worst first. */
const COUNTED: readonly Standing[] = ['core', 'gfm'];

/**
 * The worst disagreement in a text, shrunk; undefined when we read it as the judges do. Where the judges disagree with
 * one another somewhere in the text, parts of it are looked at.
 */
export function smallestDisagreement(
  markdown: string,
  parse: (text: string) => Root,
  second: CmarkGfm | undefined,
): Disagreement | undefined {
  const whole = judge(markdown, parse, second);
  if (whole.standing === 'same') return undefined;
  const found = COUNTED.includes(whole.standing) ? markdown : findPart(markdown, parse, second);
  if (found === undefined) {
    const source = shrink(markdown, (text) => judge(text, parse, second).standing === whole.standing, 300);
    return { source, ...judge(source, parse, second) };
  }
  const { standing } = judge(found, parse, second);
  const source = shrink(found, (text) => judge(text, parse, second).standing === standing);
  return { source, ...judge(source, parse, second) };
}

/** Looks at halves, quarters ... of the blocks between blank lines for one that counts. */
function findPart(
  markdown: string,
  parse: (text: string) => Root,
  second: CmarkGfm | undefined,
): string | undefined {
  const blocks = markdown.split(/(?<=\n)(?=[ \t]*\n)/);
  let asked = 0;
  for (let size = Math.ceil(blocks.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < blocks.length; at += size) {
      if ((asked += 1) > 600) return undefined;
      const part = blocks.slice(at, at + size).join('');
      if (COUNTED.includes(judge(part, parse, second).standing)) return part;
    }
  }
  return undefined;
}
