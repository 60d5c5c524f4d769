import type { RootContent } from 'mdast';
import { canonicalBlock } from './canonicalBlock.js';
import { readSource, type ReadTerms } from './readSource.js';

/** Which of the blocks given a text does not say, as places among them. */
export function differingBlocks(
  nodes: readonly RootContent[],
  text: string,
  terms: ReadTerms,
): readonly number[] {
  const { root, definitions } = readSource(text, terms);
  const wanted = nodes.map((node) => canonicalBlock(node, definitions));
  const read = root.children.map((node) => canonicalBlock(node, definitions));
  const places = wanted.map((_, at) => at);
  if (wanted.length === read.length) return places.filter((at) => wanted[at] !== read[at]);
  const most = Math.min(wanted.length, read.length);
  let head = 0;
  while (head < most && wanted[head] === read[head]) head += 1;
  let tail = 0;
  while (tail < most - head && wanted.at(-1 - tail) === read.at(-1 - tail)) tail += 1;
  // A block that is missing, or was cut in two, is so because of its neighbours.
  return places.slice(Math.max(head - 1, 0), wanted.length - tail + 1);
}
