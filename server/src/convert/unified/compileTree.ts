import type { Root, RootContent } from 'mdast';
import { Base } from './Base.js';
import { differingBlocks } from './differingBlocks.js';
import { matchBlocks } from './matchBlocks.js';
import type { ReadSource, ReadTerms } from './readSource.js';
import { writeTree, type Care, type WriteTerms } from './writeTree.js';

/** A tree as Markdown. */
export interface Compiled {
  readonly text: string;
  /** Blocks that do not read back as they were given: Markdown has no way to say them, or not there. */
  readonly lost: readonly RootContent[];
}

/** How often blocks that do not read back are written anew, each time with more care. */
const ATTEMPTS = 4;

/**
 * Writes what plug-ins made of a file. What is not changed keeps its bytes; everything is read again, and blocks that
 * do not read back are written with less of the source and more escapes.
 */
export function compileTree(tree: Root, source: ReadSource, terms: ReadTerms & WriteTerms): Compiled {
  const base = new Base(source);
  const blocks = matchBlocks(tree.children, base, terms.spend);
  if (isAsRead(blocks, base)) return { text: source.text, lost: [] };
  const care: Care = { anew: new Set(), apart: new Set() };
  let best: Compiled | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const text = writeTree(blocks, base, care, terms);
    const differing = differingBlocks(tree.children, text, terms);
    if (best === undefined || differing.length < best.lost.length) {
      best = { text, lost: tree.children.filter((_, at) => differing.includes(at)) };
    }
    if (differing.length === 0) break;
    for (const at of differing) {
      const near = attempt < 2 ? [at] : [at - 1, at, at + 1];
      for (const one of near) {
        care.anew.add(one);
        if (attempt > 0) care.apart.add(one);
      }
    }
  }
  return best as Compiled;
}

function isAsRead(blocks: ReturnType<typeof matchBlocks>, base: Base): boolean {
  return (
    blocks.length === base.blocks.length && blocks.every(({ kept, origin }, at) => kept && origin === at)
  );
}
