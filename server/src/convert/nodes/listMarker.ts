import { attribute } from '../attributes.js';
import type { Place, Printer } from '../print/Printer.js';
import type { Json, TiptapNode } from '../tiptap.js';

const BULLETS: ReadonlySet<string> = new Set(['bulletList', 'taskList']);

/** Lists side by side that are looked back at; further ones say nothing about a marker that is read again anyway. */
const LOOK_BACK = 200;

/** The bullet of a list: what the source had, and never the one of the list right before it. */
export function bulletOf(node: TiptapNode, printer: Printer, place: Place): string {
  return alternating(
    node,
    place,
    (type) => BULLETS.has(type),
    (list) => {
      const own = printer.written(list)['bullet'];
      return own === '-' || own === '*' || own === '+' ? own : printer.style.bullet;
    },
    (bullet) => (bullet === '-' ? '*' : '-'),
  );
}

/** Number and delimiter of an item, such as `2.`; the delimiter is never that of the list right before. */
export function numberOf(node: TiptapNode, index: number, printer: Printer, place: Place): string {
  const markup = printer.written(node);
  const delimiter = delimiterFor(node, printer, place);
  const start = attribute(node, 'start');
  const first = typeof start === 'number' ? start : 1;
  const written = writtenNumber(markup['numbers'], index, first, delimiter);
  if (written !== undefined) return written;
  return `${markup['numbering'] === 'same' ? first : first + index}${delimiter}`;
}

/** What the first marker of a numbered list says about all. */
export function delimiterOf(marker: string): Readonly<Record<string, Json>> {
  return marker.endsWith(')') ? { delimiter: ')' } : {};
}

function delimiterFor(node: TiptapNode, printer: Printer, place: Place): string {
  return alternating(
    node,
    place,
    (type) => type === 'orderedList',
    (list) => {
      const own = printer.written(list)['delimiter'];
      return own === ')' || own === '.' ? own : printer.style.ordered;
    },
    (delimiter) => (delimiter === '.' ? ')' : '.'),
  );
}

/** The marker that a list wants, or the other one when the list right before has the same. */
function alternating(
  node: TiptapNode,
  { siblings, index }: Place,
  isKind: (type: string) => boolean,
  wanted: (list: TiptapNode) => string,
  other: (marker: string) => string,
): string {
  let first = index;
  while (first > 0 && index - first < LOOK_BACK && isKind(siblings[first - 1]?.type ?? '')) first -= 1;
  let before: string | undefined;
  for (const list of [...siblings.slice(first, index), node]) {
    const marker = wanted(list);
    before = marker === before ? other(marker) : marker;
  }
  return before ?? wanted(node);
}

/** Numbers that follow no rule are remembered one by one; the first has to be the list's start. */
function writtenNumber(
  numbers: Json | undefined,
  index: number,
  start: number,
  delimiter: string,
): string | undefined {
  if (!Array.isArray(numbers)) return undefined;
  const written: Json | undefined = (numbers as readonly Json[])[index];
  if (typeof written !== 'string' || !/^\d{1,9}[.)]$/.test(written) || !written.endsWith(delimiter))
    return undefined;
  return index === 0 && Number.parseInt(written, 10) !== start ? undefined : written;
}
