import type { Root, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-markdown';
import type { Base } from './Base.js';
import { joinBlocks } from './joinBlocks.js';
import type { NodeWriter } from './NodeWriter.js';
import { writtenStyle } from './WrittenStyle.js';

/** A top-level block to be written. */
export interface Piece {
  readonly node: RootContent;
  /** The block of the base that it is, or was made of. */
  readonly origin: number | undefined;
  /** Its bytes in the base. */
  readonly kept: string | undefined;
  /** It is written as if it were new. */
  readonly anew: boolean;
  /** What stood between it and its neighbours is not kept. */
  readonly apart: boolean;
}

const LINE_END = /\r\n?|\n/g;

/** Writes blocks one after the other; between those that were neighbours in the base stands what stood there. */
export function writePieces(
  pieces: readonly Piece[],
  root: Root,
  base: Base,
  writer: NodeWriter,
  state: State,
): string {
  const usual = base.source.lineEnding === 'crlf' ? '\r\n' : '\n';
  let text = '';
  let before: Piece | undefined;
  state.indexStack.push(0);
  for (const [at, piece] of pieces.entries()) {
    const { node, kept, anew } = piece;
    state.indexStack[0] = at;
    if (before === undefined) text += headOf(piece, base);
    else
      text +=
        baseGap(before, piece, base) ?? joinBlocks(before.node, node, root, state).replaceAll('\n', usual);
    const terms = { anew, avoid: markerOf(pieces[at + 1]), first: before === undefined };
    text += kept ?? writer.write(node, root, terms).replace(LINE_END, lineEndOf(piece, base) ?? usual);
    if (node.type !== 'list') state.bulletLastUsed = undefined;
    else if (kept !== undefined) state.bulletLastUsed = markerOf(piece);
    before = piece;
  }
  if (before === undefined) return bomOf(base);
  if (base.blocks.length > 0) return text + base.tail;
  return text + (base.source.text.slice(bomOf(base).length) || usual);
}

function headOf({ node, origin, apart }: Piece, base: Base): string {
  if (base.blocks.length === 0 || node.type === 'yaml' || node.type === 'toml') return bomOf(base);
  return origin === 0 && !apart ? base.head : base.head.replace(/[ \t]+$/, '');
}

/** The line end of the block that a block was made of. */
function lineEndOf({ origin }: Piece, base: Base): string | undefined {
  return origin === undefined ? undefined : base.bytes(origin).match(LINE_END)?.[0];
}

function bomOf({ source }: Base): string {
  return source.text.startsWith('\ufeff') ? '\ufeff' : '';
}

function baseGap(before: Piece, after: Piece, base: Base): string | undefined {
  if (before.apart || after.apart || before.origin === undefined) return undefined;
  return after.origin === before.origin + 1 ? base.gap(before.origin) : undefined;
}

/** The marker of a list that stays as it is. */
function markerOf(piece: Piece | undefined): string | undefined {
  if (piece?.kept === undefined || piece.node.type !== 'list') return undefined;
  const { bullet, bulletOrdered } = writtenStyle(piece.node, piece.kept);
  return bullet ?? bulletOrdered;
}
