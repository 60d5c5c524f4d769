import type { Spend } from '../terms.js';
import { matchSequences } from './matchSequences.js';

/** How a merge settles what could go either way. */
export interface MergeChoice {
  /** Where a part that could stand in two places is put. */
  readonly slide: 'left' | 'right';
  /** Which side comes first where both put something in the same place. */
  readonly first: 'source' | 'edited';
}

/** Tokens `start` to `end` of the text merged over give way to `tokens`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly string[];
}

const TOKENS = /\r?\n|[ \t]+|[\p{L}\p{N}]+|[^]/gu;

/**
 * Makes in `source` the changes that lead from `printed` to `edited`, token by token, and leaves the rest of it as it
 * is: `printed` is what the printer makes of the source. Where both sides differ from it the edit wins.
 */
export function mergeText(
  printed: string,
  source: string,
  edited: string,
  choice: MergeChoice,
  spend?: Spend,
): string {
  if (printed === source) return edited;
  const old = tokensOf(printed);
  const written = changesBetween(old, tokensOf(source), 'right', spend);
  const wanted = changesBetween(old, tokensOf(edited), choice.slide, spend);
  let out = '';
  let at = 0;
  let w = 0;
  let e = 0;
  for (let next = written[w] ?? wanted[e]; next !== undefined; next = written[w] ?? wanted[e]) {
    const style = written[w];
    const edit = wanted[e];
    const first =
      edit === undefined || (style !== undefined && comesFirst(style, edit, choice)) ? style : edit;
    if (first === undefined) break;
    const region = grow(first, written, w, wanted, e);
    out += old.slice(at, region.start).join('');
    const chosen = region.edits > 0 ? wanted.slice(e, e + region.edits) : written.slice(w, w + region.styles);
    out += apply(old, region.start, region.end, chosen);
    at = region.end;
    w += region.styles;
    e += region.edits;
  }
  return out + old.slice(at).join('');
}

/** Changes of both sides that touch the same tokens, and how far they reach. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly styles: number;
  readonly edits: number;
}

function grow(
  first: Change,
  written: readonly Change[],
  w: number,
  wanted: readonly Change[],
  e: number,
): Region {
  let end = first.end;
  let styles = first === written[w] ? 1 : 0;
  let edits = styles === 1 ? 0 : 1;
  for (;;) {
    const style = written[w + styles];
    const edit = wanted[e + edits];
    if (style !== undefined && overlaps(style, first.start, end)) {
      end = Math.max(end, style.end);
      styles += 1;
    } else if (edit !== undefined && overlaps(edit, first.start, end)) {
      end = Math.max(end, edit.end);
      edits += 1;
    } else {
      return { start: first.start, end, styles, edits };
    }
  }
}

/** Changes that only meet at a token's edge do not hinder each other. */
function overlaps(change: Change, start: number, end: number): boolean {
  return change.start < end && (change.end > start || change.start > start);
}

function comesFirst(style: Change, edit: Change, { first }: MergeChoice): boolean {
  if (style.start !== edit.start) return style.start < edit.start;
  if (style.end > style.start) return false;
  return edit.end > edit.start || first === 'source';
}

/** How many characters one text has that the other has not, token by token. */
export function distance(a: string, b: string, spend?: Spend): number {
  const [old, fresh] = [tokensOf(a), tokensOf(b)];
  return changesBetween(old, fresh, 'left', spend).reduce(
    (sum, { start, end, tokens }) => sum + old.slice(start, end).join('').length + tokens.join('').length,
    0,
  );
}

function apply(old: readonly string[], start: number, end: number, changes: readonly Change[]): string {
  let out = '';
  let at = start;
  for (const change of changes) {
    out += old.slice(at, change.start).join('') + change.tokens.join('');
    at = change.end;
  }
  return out + old.slice(at, end).join('');
}

function tokensOf(text: string): readonly string[] {
  return text.match(TOKENS) ?? [];
}

function changesBetween(
  old: readonly string[],
  fresh: readonly string[],
  slide: MergeChoice['slide'],
  spend: Spend | undefined,
): readonly Change[] {
  const changes: Change[] = [];
  let a = 0;
  let b = 0;
  const matches = matchSequences(old.length, fresh.length, (x, y) => old[x] === fresh[y], spend);
  for (const [x, y] of [...matches, [old.length, fresh.length] as const]) {
    if (x > a || y > b) changes.push({ start: a, end: x, tokens: fresh.slice(b, y) });
    a = x + 1;
    b = y + 1;
  }
  return changes.map((change, index) =>
    slideChange(change, old, slide, changes[index - 1]?.end ?? 0, changes[index + 1]?.start ?? old.length),
  );
}

/** Moves a part put in or taken out as far as the tokens beside it are the same. */
function slideChange(
  { start, end, tokens }: Change,
  old: readonly string[],
  slide: MergeChoice['slide'],
  from: number,
  to: number,
): Change {
  if (start < end && tokens.length > 0) return { start, end, tokens };
  const part = start < end ? old.slice(start, end) : [...tokens];
  let shift = 0;
  if (slide === 'left') {
    while (start + shift > from && old[start + shift - 1] === part.at(-1)) {
      part.unshift(part.pop() ?? '');
      shift -= 1;
    }
  } else {
    while (end + shift < to && old[end + shift] === part[0]) {
      part.push(part.shift() ?? '');
      shift += 1;
    }
  }
  return { start: start + shift, end: end + shift, tokens: start < end ? [] : part };
}
