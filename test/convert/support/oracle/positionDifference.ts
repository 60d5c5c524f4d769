import type { Nodes } from 'mdast';

/** Nodes whose first or last offset micromark puts behind, or before, the spaces there. */
const SPACED: ReadonlySet<string> = new Set(['text', 'paragraph', 'break']);

/**
 * Where the offsets of our node differ from micromark's, in words, or undefined. Meant to differ, and let pass:
 * - a block that begins within a tab begins before it for us, after it for micromark;
 * - text and breaks with spaces, or prefixes of containers, around line feeds have them in their span, or not;
 * - the paragraph of a task begins after its box and the spaces there;
 * - an open fence or HTML block ends where its last line does, and so do the blocks around it, while micromark counts
 *   line feeds and prefixes of the lines after it.
 */
export function positionDifference(ours: Nodes, theirs: Nodes, source: string): string | undefined {
  const [start, end] = span(ours);
  const [theirStart, theirEnd] = span(theirs);
  const before = source.slice(Math.min(start, theirStart), Math.max(start, theirStart));
  const after = source.slice(Math.min(end, theirEnd), Math.max(end, theirEnd));
  const startsWell =
    before === '' ||
    (/^(?:\[[ xX]\])?[ \t]+$/.test(before) && SPACED.has(ours.type)) ||
    (/^[ ]*\t[ ]*$/.test(before) && start < theirStart);
  const endsWell =
    after === '' ||
    (/^[ \t>]+$/.test(after) && SPACED.has(ours.type)) ||
    (/^[ \t]*(?:\n[ \t>]*)*$/.test(after) && end < theirEnd);
  if (startsWell && endsWell) return undefined;
  return `at ${start}-${end} instead of ${theirStart}-${theirEnd}`;
}

function span(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? NaN, node.position?.end.offset ?? NaN];
}
