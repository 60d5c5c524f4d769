import type { Piece } from './Piece.js';

interface Place {
  open: number;
  close: number;
}

/**
 * Writes emphasis with the other character where delimiters of two marks would run into one another: bold around
 * italic around the same text, or italic right after bold. An underscore beside a word is text, so an asterisk stands
 * there.
 */
export function separateEmphasis(pieces: readonly Piece[]): readonly Piece[] {
  const places = placesOf(pieces);
  if (places.size === 0) return pieces;
  const flipped = new Map<object, string>();
  const star = (index: number, opens: boolean): boolean => {
    const piece = pieces[index];
    if (piece?.kind !== 'delimiter' || piece.opens !== opens) return false;
    return piece.text.startsWith('*') && !flipped.has(piece.pair);
  };
  for (const [pair, { open, close }] of places) {
    const piece = pieces[open];
    if (piece?.kind !== 'delimiter') continue;
    if (piece.text.startsWith('_')) {
      if (endsInWord(pieces[open - 1], -1) || endsInWord(pieces[close + 1], 0))
        flipped.set(pair, '*'.repeat(piece.text.length));
      continue;
    }
    if (piece.text !== '*' || isWord(pieces[open - 1], -1) || isWord(pieces[close + 1], 0)) continue;
    const wrapped = star(open - 1, true) && star(close + 1, false);
    const raw = rawEdge(pieces[open + 1], 0) || rawEdge(pieces[close - 1], -1);
    if (raw || wrapped || star(open - 1, false) || star(close + 1, true)) flipped.set(pair, '_');
  }
  if (flipped.size === 0) return pieces;
  return pieces.map((piece) => {
    const text = piece.kind === 'delimiter' ? flipped.get(piece.pair) : undefined;
    return piece.kind !== 'delimiter' || text === undefined ? piece : { ...piece, text };
  });
}

/** Where the delimiters of each pair stand. */
export function placesOf(pieces: readonly Piece[]): ReadonlyMap<object, Readonly<Place>> {
  const places = new Map<object, Place>();
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece?.kind !== 'delimiter') continue;
    const place = places.get(piece.pair);
    if (place === undefined) places.set(piece.pair, { open: index, close: index });
    else place.close = index;
  }
  return places;
}

/** Carried source may hold delimiters of its own. */
function rawEdge(piece: Piece | undefined, at: 0 | -1): boolean {
  return piece?.kind === 'raw' && piece.text.at(at) === '*';
}

/** Whether an underscore may be text beside a piece. */
function isWord(piece: Piece | undefined, at: 0 | -1): boolean {
  if (piece === undefined || piece.kind === 'delimiter' || piece.kind === 'break') return false;
  return piece.kind !== 'text' || endsInWord(piece, at);
}

function endsInWord(piece: Piece | undefined, at: 0 | -1): boolean {
  if (piece === undefined || piece.kind === 'delimiter' || piece.kind === 'break') return false;
  return /[\p{L}\p{N}_]/u.test(piece.text.at(at) ?? '');
}
