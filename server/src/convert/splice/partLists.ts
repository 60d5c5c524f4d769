import { markupOf, withMarkup } from '../attributes.js';
import type { Json, TiptapNode } from '../tiptap.js';

const BULLETS = ['-', '*', '+'] as const;
const DELIMITERS = ['.', ')'] as const;

/** A list that stands side by side with others, and what may be done about it. */
export interface ListPlace {
  /** It is written as it was, so its marker is known and the others give way. */
  readonly kept: boolean;
  /** The same list with its parts as they were but for their markers. */
  readonly reopen: () => TiptapNode;
}

/**
 * Gives lists that would be read as one with the list beside them another marker (CommonMark 0.31.2, section 5.3: a
 * change of bullet or delimiter starts a new list). Lists that are kept keep theirs where that is possible.
 */
export function partLists(
  nodes: readonly TiptapNode[],
  placeOf: (index: number) => ListPlace,
): readonly TiptapNode[] {
  const parted = [...nodes];
  nodes.forEach((node, index) => {
    const kind = kindOf(node);
    const above = parted[index - 1];
    const below = nodes[index + 1];
    const besides = [above, below].filter((other) => other !== undefined && kindOf(other) === kind);
    if (kind === undefined || besides.length === 0) return;
    const before = above !== undefined && kindOf(above) === kind ? markerOf(above) : undefined;
    const after =
      below !== undefined && kindOf(below) === kind && placeOf(index + 1).kept ? markerOf(below) : undefined;
    const own = markerOf(node, placeOf(index).kept);
    if (own !== undefined && own !== before && (own !== after || placeOf(index).kept)) return;
    const options: readonly string[] = kind === 'ordered' ? DELIMITERS : BULLETS;
    const free =
      options.find((option) => option !== before && option !== after) ??
      options.find((option) => option !== before);
    if (free === undefined) return;
    const open = placeOf(index).kept ? placeOf(index).reopen() : node;
    parted[index] = remark(open, free);
  });
  return parted;
}

function kindOf(node: TiptapNode): 'bullet' | 'ordered' | undefined {
  if (node.type === 'orderedList') return 'ordered';
  return node.type === 'bulletList' || node.type === 'taskList' ? 'bullet' : undefined;
}

/** The marker that a list is written with; one that nobody remembers is the usual one when the list is as it was. */
function markerOf(node: TiptapNode, usual = true): string | undefined {
  const ordered = node.type === 'orderedList';
  const written = markupOf(node)[ordered ? 'delimiter' : 'bullet'];
  if (typeof written === 'string') return written;
  return usual ? (ordered ? '.' : '-') : undefined;
}

function remark(list: TiptapNode, marker: string): TiptapNode {
  if (list.type !== 'orderedList') return withMarkup(list, { bullet: marker });
  const { numbers } = markupOf(list);
  const kept = Array.isArray(numbers)
    ? (numbers as readonly Json[]).map((one) => redelimit(one, marker))
    : undefined;
  return withMarkup(list, { delimiter: marker, ...(kept === undefined ? {} : { numbers: kept }) });
}

function redelimit(number: Json, marker: string): Json {
  return typeof number === 'string' ? number.replace(/[.)]$/, marker) : number;
}
