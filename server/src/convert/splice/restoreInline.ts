import { canonicalJson } from '../compare.js';
import type { Spend } from '../terms.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import { sortedJson } from '../sortedJson.js';
import { createDresser, type KnownWord } from './createDresser.js';
import { matchSequences } from './matchSequences.js';

/** Inline content in two forms, node for node: what one side was given, and what it stands for. */
export interface InlinePair {
  readonly given: TiptapNode;
  readonly meant: TiptapNode;
}

/** A word, what to write instead of it where it is found again, and its atom: tokens of one are only of use together. */
interface Token extends KnownWord {
  readonly key: string;
}

const WORDS = /\s+|[\p{L}\p{N}_]+|[^]/gu;
const MAX_TOKENS = 4000;

/**
 * Gives edited inline content back what the edit did not touch, word by word: marks that were left out (code inside
 * bold, comment threads), atoms that were shown as text (footnote references, raw HTML), and how emphasis, links and
 * breaks were written.
 */
export function restoreInline(
  edited: readonly TiptapNode[],
  base: readonly InlinePair[],
  spend: Spend | undefined,
): readonly TiptapNode[] {
  if (holdTooMany(edited) || holdTooMany(base.map(({ given }) => given))) return edited;
  const known = base.flatMap(tokensOf);
  const found = edited.flatMap((node) => tokensOf({ given: node, meant: node }));
  const matches = matchSequences(
    known.length,
    found.length,
    (a, b) => known[a]?.key === found[b]?.key,
    spend,
  );
  const partner = new Map(matches.map(([a, b]) => [a, b]));
  const whole = wholeAtoms(known, partner);
  const restored = found.map((token): { readonly node: TiptapNode; readonly atom: object | undefined } => ({
    node: token.meant,
    atom: undefined,
  }));
  for (const [a, b] of matches) {
    const token = known[a];
    if (token === undefined || (token.atom !== undefined && !whole.has(token.atom))) continue;
    restored[b] = { node: token.meant, atom: token.atom };
  }
  let from = 0;
  let fresh = 0;
  for (const [a, b] of [...matches, [known.length, found.length] as const]) {
    const dress = createDresser({ replaced: known.slice(from, a), before: known[from - 1], after: known[a] });
    for (let at = fresh; at < b; at += 1) {
      const part = restored[at];
      if (part !== undefined) restored[at] = { ...part, node: dress(part.node) };
    }
    from = a + 1;
    fresh = b + 1;
  }
  return join(restored);
}

/** Atoms all of whose tokens were found again, side by side. */
function wholeAtoms(known: readonly Token[], partner: ReadonlyMap<number, number>): ReadonlySet<object> {
  const whole = new Set<object>();
  const broken = new Set<object>();
  known.forEach((token, index) => {
    if (token.atom === undefined) return;
    const here = partner.get(index);
    const before = known[index - 1]?.atom === token.atom ? partner.get(index - 1) : undefined;
    const continues = known[index - 1]?.atom !== token.atom || (before !== undefined && here === before + 1);
    if (here === undefined || !continues) broken.add(token.atom);
    whole.add(token.atom);
  });
  for (const atom of broken) whole.delete(atom);
  return whole;
}

/** Whether nodes have more tokens than can be compared; counts no further than that. */
function holdTooMany(nodes: readonly TiptapNode[]): boolean {
  let left = MAX_TOKENS;
  for (const { text } of nodes) {
    const words = text?.matchAll(WORDS);
    while (words === undefined || words.next().done !== true) {
      left -= 1;
      if (left < 0) return true;
      if (words === undefined) break;
    }
  }
  return false;
}

function tokensOf({ given, meant }: InlinePair): readonly Token[] {
  const { text } = given;
  if (text === undefined) return [{ key: keyOf(given), given, meant, atom: undefined }];
  const atom = meant.text === text ? undefined : {};
  return (text.match(WORDS) ?? []).map((word) => ({
    key: keyOf({ ...given, text: word }),
    given,
    meant: atom === undefined ? { ...meant, text: word } : meant,
    atom,
  }));
}

function keyOf(node: TiptapNode): string {
  return canonicalJson(node, { view: 'markdown' });
}

function join(
  parts: readonly { readonly node: TiptapNode; readonly atom: object | undefined }[],
): readonly TiptapNode[] {
  const joined: TiptapNode[] = [];
  let last: object | undefined;
  for (const { node, atom } of parts) {
    const before = joined.at(-1);
    if (atom !== undefined && atom === last) continue;
    last = atom;
    if (before?.text !== undefined && node.text !== undefined && sameMarks(before.marks, node.marks)) {
      joined[joined.length - 1] = { ...before, text: before.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function sameMarks(a: readonly TiptapMark[] = [], b: readonly TiptapMark[] = []): boolean {
  if (a === b) return true;
  return a.length === b.length && a.map(sortedJson).join() === b.map(sortedJson).join();
}
