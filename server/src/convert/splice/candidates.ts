import type { Spend } from '../terms.js';
import { distance, mergeText, type MergeChoice } from './mergeText.js';

const CHOICES: readonly MergeChoice[] = [
  { slide: 'right', first: 'source' },
  { slide: 'left', first: 'source' },
  { slide: 'right', first: 'edited' },
  { slide: 'left', first: 'edited' },
];

/** A changed block in every form that mergeable texts have: as printed, as the base's was printed, and the base's own. */
export interface PrintedChange {
  readonly edited: string;
  readonly reference: string;
  readonly source: string;
}

/** Texts to try for a changed block, those that leave most of the base's source as it is first. */
export function candidates({ edited, reference, source }: PrintedChange, spend?: Spend): readonly string[] {
  const crlf = source.includes('\r\n') && !/(?:^|[^\r])\n/.test(source);
  const [wanted, printed] = [edited, reference].map((text) => (crlf ? text.replace(/\n/g, '\r\n') : text));
  if (wanted === undefined || printed === undefined) return [];
  if (printed === source) return [wanted];
  const merged = [...new Set(CHOICES.map((choice) => mergeText(printed, source, wanted, choice, spend)))];
  const measured = merged.map((text) => ({
    text,
    lines: changedLines(source, text),
    cost: distance(source, text, spend),
  }));
  measured.sort((a, b) => a.lines - b.lines || a.cost - b.cost);
  return [...new Set([...measured.map(({ text }) => text), wanted])];
}

/** How many lines of the source are gone. */
function changedLines(source: string, text: string): number {
  const left = new Map<string, number>();
  for (const line of text.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  let gone = 0;
  for (const line of source.split('\n')) {
    const count = left.get(line) ?? 0;
    if (count === 0) gone += 1;
    left.set(line, Math.max(0, count - 1));
  }
  return gone;
}
