import type { NewEntries } from './planChanges.js';
import { insertion, type Edit } from './textEdits.js';
import { isTrivia, leavesOf, type Leaf, type Span } from './yamlTokens.js';
import { writeFlowPair, writeValue } from './yamlText.js';
import type { YamlNode } from './YamlTree.js';

/** Takes entries out of braces or brackets and puts others in; at least one stays. Comments between them stay too. */
export function flowEntryEdits(
  { kind, entries, place }: YamlNode,
  { removed, added }: NewEntries,
): readonly Edit[] {
  const insertions = added.map(({ name, data, beside, isBefore }) => {
    const written = kind === 'map' ? writeFlowPair(name, data) : writeValue(data);
    return isBefore
      ? insertion(beside.span.start, `${written}, `)
      : insertion(beside.span.end, `, ${written}`);
  });
  if (removed.size === 0) return insertions;
  const { end } = place.span;
  const gaps = gapsOf([...entries.map(({ span }) => span), { start: end, end }], leavesOf(place.token));
  const endsInComma = gaps.slice(-1).some((gap) => gap.some(({ type }) => type === 'comma'));
  const lastStaying = entries.findLastIndex((entry) => !removed.has(entry));
  const removals = entries.flatMap((entry, at) => {
    if (!removed.has(entry)) return [];
    // The comma after it goes too, or the one before it when nothing follows.
    const before = at < lastStaying || endsInComma ? at + 1 : at;
    const commas = gaps
      .slice(before, before + 1)
      .flatMap((gap) => gapRemovals(gap, before === entries.length));
    return [{ ...entry.span, text: '' }, ...commas];
  });
  return [...insertions, ...removals];
}

/** Commas, blanks and comments before each span, and after the one before it. */
function gapsOf(spans: readonly Span[], leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  let at = 0;
  return spans.map(({ start, end }) => {
    const gap: Leaf[] = [];
    for (let leaf = leaves[at]; leaf !== undefined && leaf.offset < end; leaf = leaves[at]) {
      if (leaf.offset < start && isTrivia(leaf)) gap.push(leaf);
      at += 1;
    }
    return gap;
  });
}

/** Comments keep their lines, and the closing bracket keeps its own. */
function gapRemovals(gap: readonly Leaf[], isLast: boolean): readonly Edit[] {
  const keepsLines = gap.some(({ type }) => type === 'comment' || (isLast && type === 'newline'));
  return gap
    .filter(({ type }) => !keepsLines || type === 'comma')
    .map(({ offset, source }) => ({ start: offset, end: offset + source.length, text: '' }));
}
