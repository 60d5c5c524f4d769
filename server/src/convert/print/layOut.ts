import { writeComment } from '../carrier/flavouredComment.js';
import { COLON, DOLLAR, isAlphanumeric } from '../parse/codes.js';
import type { Delimiter } from './fitDelimiters.js';
import {
  CLOSING,
  LINK_TEXT,
  OPENING,
  RAW,
  REFERENCE,
  SYNTAX,
  TEXT,
  isText,
  type Assembly,
  type Line,
} from './Line.js';
import type { Piece } from './Piece.js';
import { writeAddress } from './writeAddress.js';

/** A line, and where emphasis begins and ends in it. */
export interface Draft {
  readonly line: Line;
  readonly delimiters: readonly Delimiter[];
}

/** Joins pieces to a line in which text is not escaped yet. */
export function layOut(pieces: readonly Piece[], assembly: Assembly): Draft {
  const runs: number[] = [];
  const delimiters: Delimiter[] = [];
  const guarded: { readonly at: number; readonly guard: string }[] = [];
  let text = '';
  const append = (part: string, kind: number): void => {
    if (kind !== TEXT) runs.push(text.length, text.length + part.length, kind);
    text += part;
  };
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    switch (piece.kind) {
      case 'text':
        append(piece.text, piece.inLink === true ? LINK_TEXT : TEXT);
        break;
      case 'syntax':
        append(piece.text, SYNTAX);
        break;
      case 'guarded':
        if (runsTogether(text, piece.text, pieces[index - 1]))
          append(writeComment({}, assembly.syntax), SYNTAX);
        for (const at of [text.length - 1, text.length + piece.text.length])
          guarded.push({ at, guard: piece.text });
        append(piece.text, SYNTAX);
        break;
      case 'raw':
        append(piece.text, RAW);
        break;
      case 'delimiter': {
        const { opens, pair } = piece;
        delimiters.push({ start: text.length, end: text.length + piece.text.length, opens, pair });
        append(piece.text, opens ? OPENING : CLOSING);
        break;
      }
      case 'autolink':
        append(writeAddress(piece, text, pieces, index, assembly), SYNTAX);
        break;
      case 'break':
        append(lineBreak(piece, pieces[index - 1], pieces[index + 1], assembly), SYNTAX);
        break;
    }
  }
  const kinds = zeros(text.length);
  for (let at = 0; at < runs.length; at += 3) kinds.fill(runs[at + 2] ?? TEXT, runs[at], runs[at + 1]);
  const { where, mode, style, syntax, opensItem, definitions } = assembly;
  const marks = zeros(text.length);
  const line: Line = { where, mode, style, syntax, opensItem, definitions, text, kinds, marks };
  for (const { at, guard } of guarded) {
    if (isText(line, at) && mayNotTouch(guard, text.charCodeAt(at), assembly)) line.marks[at] = REFERENCE;
  }
  return { line, delimiters };
}

/** Typed arrays of a line's length take longer to make than all that is done with them. */
function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

/** Whether a formula or a directive would be read as going on from what stands before it. */
function runsTogether(written: string, text: string, before: Piece | undefined): boolean {
  if (written.endsWith('$')) return text.startsWith('$');
  return written.endsWith(':') && before?.kind === 'guarded' && /^:[A-Za-z\d]+[[{]/.test(text);
}

/**
 * Letters, digits, colons and dollars keep a formula, an emoji or a directive beside them from being read; GitBook reads
 * its formulas beside anything but a dollar.
 */
function mayNotTouch(guard: string, code: number, { syntax }: Assembly): boolean {
  if (code === DOLLAR) return true;
  return (isAlphanumeric(code) || code === COLON) && !(syntax.gitbook && guard.startsWith('$'));
}

/** `<br>` where a backslash would be text, or where the next line would start with HTML. */
function lineBreak(
  { written }: Piece & { kind: 'break' },
  before: Piece | undefined,
  next: Piece | undefined,
  { where, mode, style, syntax }: Assembly,
): string {
  const html = written?.startsWith('<') === true ? written : undefined;
  const usual = syntax.mdx ? '<br />' : '<br>';
  if (where !== 'paragraph') return (html ?? usual).replace('\n', '');
  if (html !== undefined) return next === undefined || isClosing(next) ? html.trimEnd() : html;
  if (next === undefined || mode === 'careful' || endsBefore(next)) return usual;
  const form = written ?? (style.hardBreak === 'spaces' ? '  \n' : '\\\n');
  return form.startsWith(' ') && !mayEndInSpaces(before) ? '\\\n' : form;
}

/** Whether a line may not end in front of a piece: it is HTML, or closes emphasis, which no line can begin with. */
function endsBefore(piece: Piece): boolean {
  return (
    isClosing(piece) || ((piece.kind === 'syntax' || piece.kind === 'raw') && piece.text.startsWith('<'))
  );
}

function isClosing(piece: Piece): boolean {
  return piece.kind === 'delimiter' && !piece.opens;
}

/** Spaces at a line's end are a break behind text that does not end in some itself. */
function mayEndInSpaces(before: Piece | undefined): boolean {
  if (before === undefined || before.kind === 'break') return false;
  return before.kind === 'delimiter' ? !before.opens : !/\s$/.test(before.text);
}
