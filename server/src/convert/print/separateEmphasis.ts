import type { Piece } from './Piece.js';

/**
 * Writes emphasis with the other character where delimiters of two marks would run into one another: bold around
 * italic around the same text, or italic right after bold.
 */
export function separateEmphasis(pieces: readonly Piece[]): readonly Piece[] {
  const flipped = new Set<object>();
  const at = new Map<object, { open: number; close: number }>();
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'delimiter') return;
    const entry = at.get(piece.pair);
    if (entry === undefined) at.set(piece.pair, { open: index, close: index });
    else entry.close = index;
  });
  const star = (index: number, opens: boolean): boolean => {
    const piece = pieces[index];
    if (piece?.kind !== 'delimiter' || piece.opens !== opens) return false;
    return piece.text.startsWith('*') && !flipped.has(piece.pair);
  };
  for (const [pair, { open, close }] of at) {
    const piece = pieces[open];
    if (piece?.kind !== 'delimiter' || piece.text !== '*') continue;
    const wrapped = star(open - 1, true) && star(close + 1, false);
    const raw = rawEdge(pieces[open + 1], 0) || rawEdge(pieces[close - 1], -1);
    if (!raw && !wrapped && !star(open - 1, false) && !star(close + 1, true)) continue;
    if (!isWord(pieces[open - 1], -1) && !isWord(pieces[close + 1], 0)) flipped.add(pair);
  }
  if (flipped.size === 0) return pieces;
  return pieces.map((piece) =>
    piece.kind === 'delimiter' && flipped.has(piece.pair) ? { ...piece, text: '_' } : piece,
  );
}

/** Carried source may hold delimiters of its own. */
function rawEdge(piece: Piece | undefined, at: 0 | -1): boolean {
  return piece?.kind === 'raw' && piece.text.at(at) === '*';
}

/** An underscore beside a word is text. */
function isWord(piece: Piece | undefined, at: 0 | -1): boolean {
  if (piece === undefined || piece.kind === 'delimiter') return false;
  if (piece.kind !== 'text') return true;
  return /[\p{L}\p{N}_]/u.test(piece.text.at(at) ?? '');
}
