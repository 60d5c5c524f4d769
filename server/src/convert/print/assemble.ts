import { SEPARATOR } from '../carrier/comment.js';
import type { Definition } from '../labels.js';
import type { Syntax } from '../parse/ParseContext.js';
import { escapeLine } from './escape.js';
import { flankingEntities, type Delimiter } from './flankingEntities.js';
import { CLOSING, LINK_TEXT, OPENING, RAW, SYNTAX, TEXT, isText, type Line } from './Line.js';
import type { Piece } from './Piece.js';
import type { PrintMode, Where } from './Printer.js';
import type { Style } from './style.js';

/** What decides how pieces are written. */
export interface Assembly {
  readonly where: Where;
  readonly mode: PrintMode;
  readonly style: Style;
  readonly syntax: Syntax;
  readonly opensItem: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
}

const BARE = /^(?:https?:\/\/|www\.)[^\s<>[\]`*~|]*[A-Za-z\d/=#-]$/i;
const BARE_MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]+$/;
const ANGLE = /^[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*$/;
const ANGLE_MAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*$/;

/** Joins pieces to Markdown in which every piece is read back as what it is. */
export function assemble(pieces: readonly Piece[], assembly: Assembly): string {
  const runs: number[] = [];
  const delimiters: Delimiter[] = [];
  const guarded: { readonly start: number; readonly end: number }[] = [];
  let text = '';
  const append = (part: string, kind: number): void => {
    if (kind !== TEXT) runs.push(text.length, text.length + part.length, kind);
    text += part;
  };
  pieces.forEach((piece, index) => {
    switch (piece.kind) {
      case 'text':
        append(piece.text, piece.inLink === true ? LINK_TEXT : TEXT);
        break;
      case 'syntax':
        append(piece.text, SYNTAX);
        break;
      case 'guarded':
        if (text.endsWith('$') && piece.text.startsWith('$')) append(SEPARATOR, SYNTAX);
        guarded.push({ start: text.length, end: text.length + piece.text.length });
        append(piece.text, SYNTAX);
        break;
      case 'raw':
        append(piece.text, RAW);
        break;
      case 'delimiter':
        delimiters.push({ start: text.length, end: text.length + piece.text.length, opens: piece.opens });
        append(piece.text, piece.opens ? OPENING : CLOSING);
        break;
      case 'autolink':
        append(autolink(piece, text, pieces[index + 1], assembly), SYNTAX);
        break;
      case 'break':
        append(lineBreak(piece, pieces[index + 1], assembly), SYNTAX);
        break;
    }
  });
  const line: Line = { text, kinds: kindsOf(text.length, runs), ...assembly };
  const entities = delimiters.length === 0 ? new Set<number>() : flankingEntities(line, delimiters);
  for (const { start, end } of guarded) {
    for (const at of [start - 1, end])
      if (isText(line, at) && /[A-Za-z\d:$]/.test(text.charAt(at))) entities.add(at);
  }
  return escapeLine(line, entities);
}

/** The kind of every character; runs are given as start, end and kind. */
function kindsOf(length: number, runs: readonly number[]): Uint8Array {
  const kinds = new Uint8Array(length);
  for (let at = 0; at < runs.length; at += 3) kinds.fill(runs[at + 2] ?? TEXT, runs[at], runs[at + 1]);
  return kinds;
}

/** `<br>` where a backslash would be text, or where the next line would start with HTML. */
function lineBreak(piece: Piece & { kind: 'break' }, next: Piece | undefined, assembly: Assembly): string {
  const { written } = piece;
  const html = written?.startsWith('<') === true ? written : '<br>';
  if (assembly.where !== 'paragraph') return html.replace('\n', '');
  if (written?.startsWith('<') === true) return next === undefined ? html.trimEnd() : html;
  const unsafe = next === undefined || assembly.mode === 'careful' || startsWithHtml(next);
  if (unsafe) return '<br>';
  if (written !== undefined) return written;
  return assembly.style.hardBreak === 'spaces' ? '  \n' : '\\\n';
}

function startsWithHtml(piece: Piece): boolean {
  return (piece.kind === 'syntax' || piece.kind === 'raw') && piece.text.startsWith('<');
}

function autolink(
  piece: Piece & { kind: 'autolink' },
  before: string,
  next: Piece | undefined,
  { mode, style }: Assembly,
): string {
  const { text } = piece;
  const form = piece.form ?? style.autolink;
  const angle = ANGLE.test(text) || ANGLE_MAIL.test(text);
  const bare = mode !== 'careful' && isBare(text) && /(?:^|[\s(*_~])$/.test(before) && endsBare(next);
  if (bare && (form === 'bare' || !angle)) return text;
  if (angle) return `<${text}>`;
  return text;
}

function isBare(text: string): boolean {
  return (BARE.test(text) && !text.includes(')')) || BARE_MAIL.test(text);
}

/** Whether a bare address ends where this piece begins. */
function endsBare(next: Piece | undefined): boolean {
  if (next === undefined || next.kind === 'break') return true;
  if (next.kind === 'text') return /^(?:\s|[.,:;!?)*~"']+(?:\s|$))/.test(next.text);
  return next.kind === 'delimiter' && !next.opens && next.text.startsWith('*');
}
