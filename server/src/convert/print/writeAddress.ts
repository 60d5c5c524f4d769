import type { Nodes } from 'mdast';
import { parse } from '../parse/parse.js';
import { endOf, startOf } from '../read/span.js';
import type { Assembly } from './Line.js';
import type { Piece } from './Piece.js';

const ANGLE = /^[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s\u0000-\u0020\u007f<>]*$/;
const ANGLE_MAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*$/;
/** What may stand between an address and the white space behind it without being escaped. */
const TRAILING = /^[?!.,:;"')]*$/;

/** Writes a link whose text is its address: bare, in angle brackets, or in full where neither is read as that link. */
export function writeAddress(
  piece: Piece & { kind: 'autolink' },
  before: string,
  pieces: readonly Piece[],
  index: number,
  { mode, style, syntax }: Assembly,
): string {
  const { text, full } = piece;
  const angle = !syntax.mdx && (ANGLE.test(text) || ANGLE_MAIL.test(text));
  const wanted = piece.form ?? style.autolink;
  if ((wanted === 'bare' || !angle) && mode !== 'careful' && isReadBare(piece, before, pieces, index))
    return text;
  return angle ? `<${text}>` : full();
}

function isReadBare(
  { text, href }: Piece & { kind: 'autolink' },
  before: string,
  pieces: readonly Piece[],
  index: number,
): boolean {
  // In a bracket that is open, nothing links itself.
  if (before.lastIndexOf('[') > before.lastIndexOf(']')) return false;
  const behind = followingText(pieces, index);
  if (behind === undefined) return false;
  const last = before.charAt(before.length - 1);
  const front = last === '' || /\s/.test(last) ? '' : `a ${last}`;
  const from = front.length;
  return holdsLink(parse(`${front}${text}${behind}`), href, from, from + text.length);
}

function holdsLink(node: Nodes, href: string, from: number, to: number): boolean {
  if (node.type === 'link') return node.url === href && startOf(node) === from && endOf(node) === to;
  return 'children' in node && node.children.some((child) => holdsLink(child, href, from, to));
}

/** What is written behind an address up to white space; undefined when it is not known yet. */
function followingText(pieces: readonly Piece[], index: number): string | undefined {
  let text = '';
  for (let at = index + 1; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.kind === 'break') return text;
    if (piece.kind === 'delimiter' && piece.opens) return undefined;
    if (piece.kind === 'delimiter') text += piece.text;
    else if (piece.kind === 'syntax' && piece.text.startsWith('<')) return text;
    else if (piece.kind !== 'text') return undefined;
    else {
      const end = piece.text.search(/[ \t\n]/);
      const glued = end === -1 ? piece.text : piece.text.slice(0, end);
      if (!TRAILING.test(glued)) return undefined;
      text += glued;
      if (end !== -1) return text;
    }
  }
  return text;
}
