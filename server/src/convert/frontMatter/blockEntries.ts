import type { NewEntries } from './planChanges.js';
import {
  blanksBefore,
  columnOf,
  insertion,
  lineAfter,
  lineEnd,
  lineStart,
  nextLine,
  trimmedEnd,
  type Edit,
} from './textEdits.js';
import type { Lines } from './valueEdits.js';
import { isTrivia, leavesOfItem } from './yamlTokens.js';
import { writePair, writeValue } from './yamlText.js';
import type { YamlEntry, YamlNode } from './YamlTree.js';

/** Takes lines out of a block map or list and puts others in. Comments above an entry stay. */
export function blockEntryEdits(
  { kind, entries, place }: YamlNode,
  { removed, added }: NewEntries,
  { text, eol }: Lines,
): readonly Edit[] {
  const column = columnOf(text, place.span.start);
  const indent = ' '.repeat(column);
  const insertions = added.map(({ name, data, beside, isBefore }) => {
    const written = kind === 'map' ? writePair(name, data, indent, eol) : `${indent}- ${writeValue(data)}`;
    // Before the first dash of a list, which may share its line with the one of another list.
    return isBefore
      ? insertion(beside.span.start, `${written.slice(column)}${eol}${indent}`)
      : insertion(nextLine(text, beside.span.end), `${written}${eol}`);
  });
  let isBelowText = false;
  const removals = entries.flatMap((entry) => {
    if (removed.has(entry)) return [removal(entry, column, isBelowText, text)];
    isBelowText = endsInBlockText(entry);
    return [];
  });
  return [...insertions, ...removals];
}

/**
 * Takes the lines of an entry away. Below a text of several lines, the blank lines that follow it and comments that are
 * indented deeper go too: they would become part of that text.
 */
function removal({ span }: YamlEntry, column: number, isBelowText: boolean, text: string): Edit {
  const said = trimmedEnd(text, span.start, span.end);
  const start = lineStart(text, span.start);
  const blanks = blanksBefore(text, span.start);
  if (blanks > start) return { start: blanks, end: lineEnd(text, said), text: '' };
  let end = nextLine(text, said);
  const wouldJoin = (line: string): boolean => line.trim() === '' || line.search(/\S/) > column;
  while (isBelowText && end < text.length && wouldJoin(text.slice(end, lineEnd(text, end)))) {
    end = lineAfter(text, end);
  }
  return { start, end, text: '' };
}

function endsInBlockText({ item }: YamlEntry): boolean {
  return leavesOfItem(item).findLast((leaf) => !isTrivia(leaf))?.type === 'block-scalar';
}
