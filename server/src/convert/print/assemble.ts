import { alternateDelimiters, partDelimiters } from './alternateDelimiters.js';
import { escapeLine } from './escape.js';
import { fitDelimiters } from './fitDelimiters.js';
import { layOut, type Draft } from './layOut.js';
import { REFERENCE, type Assembly } from './Line.js';
import { pairsAsMeant } from './pairsAsMeant.js';
import type { Piece } from './Piece.js';
import { separateEmphasis } from './separateEmphasis.js';

/** Joins pieces to Markdown in which every piece is read back as what it is. */
export function assemble(pieces: readonly Piece[], assembly: Assembly): string {
  return escapeLine(draftOf(pieces, assembly).line);
}

/** The way to write emphasis that is read as it is meant, with as few character references as that needs. */
function draftOf(pieces: readonly Piece[], assembly: Assembly): Draft {
  const first = layOut(separateEmphasis(pieces), assembly);
  if (first.delimiters.length === 0) return first;
  const fitting = fits(first);
  if (pieces.some(holdsDelimiters) || (fitting && references(first) === 0)) return first;
  const others = [
    layOut(alternateDelimiters(pieces, 'outer'), assembly),
    layOut(alternateDelimiters(pieces, 'inner'), assembly),
  ].filter(fits);
  const [best] = (fitting ? [first, ...others] : others).sort((a, b) => references(a) - references(b));
  if (best !== undefined) return best;
  const parted = layOut(partDelimiters(pieces, assembly.syntax), assembly);
  fitDelimiters(parted.line, parted.delimiters);
  return parted;
}

/** Carried source that may pair with delimiters around it is best left beside what it stood beside. */
function holdsDelimiters(piece: Piece): boolean {
  return piece.kind === 'raw' && /[*_~]/.test(piece.text);
}

function fits({ line, delimiters }: Draft): boolean {
  fitDelimiters(line, delimiters);
  return pairsAsMeant(line, delimiters);
}

function references({ line }: Draft): number {
  let count = 0;
  for (const mark of line.marks) if (mark === REFERENCE) count += 1;
  return count;
}
