import { writeComment } from '../carrier/flavouredComment.js';
import type { Syntax } from '../parse/ParseContext.js';
import { syntax, type Piece } from './Piece.js';
import { placesOf } from './separateEmphasis.js';

type DelimiterPiece = Piece & { readonly kind: 'delimiter' };

/**
 * Writes emphasis so that delimiters which stand side by side differ; of two that touch, the one that opens first keeps
 * its character, or else the one that closes first.
 */
export function alternateDelimiters(pieces: readonly Piece[], kept: 'outer' | 'inner'): readonly Piece[] {
  const places = placesOf(pieces);
  const order = [...places].sort(([, a], [, b]) => (kept === 'outer' ? a.open - b.open : a.close - b.close));
  const decided = new Map<object, string>();
  for (const [pair, { open, close }] of order) {
    const own = pieces[open];
    if (!isStarred(own)) continue;
    const beside = [open - 1, open + 1, close - 1, close + 1].flatMap((at) => {
      const piece = pieces[at];
      return isStarred(piece) && piece.pair !== pair ? [decided.get(piece.pair)] : [];
    });
    const char = own.text.charAt(0);
    decided.set(pair, beside.includes(char) ? otherOf(char) : char);
  }
  return pieces.map((piece) => {
    const char = piece.kind === 'delimiter' ? decided.get(piece.pair) : undefined;
    return piece.kind !== 'delimiter' || char === undefined
      ? piece
      : { ...piece, text: char.repeat(piece.text.length) };
  });
}

/** Parts delimiters from one another, and from what escaping may not touch, by comments that say nothing. */
export function partDelimiters(pieces: readonly Piece[], flavour: Syntax): readonly Piece[] {
  const parted: Piece[] = [];
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before !== undefined && mustPart(before, piece)) parted.push(syntax(writeComment({}, flavour)));
    parted.push(piece);
  });
  return parted;
}

function mustPart(before: Piece, piece: Piece): boolean {
  if (before.kind !== 'delimiter') return piece.kind === 'delimiter' && isFixed(before);
  return piece.kind === 'delimiter' || isFixed(piece);
}

function isFixed({ kind }: Piece): boolean {
  return kind === 'raw' || kind === 'autolink' || kind === 'guarded';
}

function isStarred(piece: Piece | undefined): piece is DelimiterPiece {
  return piece?.kind === 'delimiter' && (piece.text.startsWith('*') || piece.text.startsWith('_'));
}

function otherOf(char: string): string {
  return char === '*' ? '_' : '*';
}
