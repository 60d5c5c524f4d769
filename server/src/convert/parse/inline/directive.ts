import {
  BACKSLASH,
  BRACE_OPEN,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  LINE_FEED,
  isAsciiPunctuation,
} from '../codes.js';
import { decodeReferences } from './reference.js';

/** What follows the name of a directive. */
export interface DirectiveParts {
  /** The label between its brackets. */
  readonly label: { readonly from: number; readonly to: number } | undefined;
  readonly attributes: Record<string, string>;
  readonly to: number;
}

/** Longest label, as of a link (CommonMark 0.31.2, section 6.3). */
const LONGEST = 999;

const ATTRIBUTE =
  /[ \t]*(?:([#.])([^\s#.{}"'=<>`]+)|([A-Za-z_:][\w.:-]*)(?:=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'<=>`{}]+)))?)/y;

/** Reads `[label]{attributes}`, at least one of them, as remark-directive does; undefined when it is anything else. */
export function directiveParts(text: string, at: number): DirectiveParts | undefined {
  let to = at;
  let label: DirectiveParts['label'];
  if (text.charCodeAt(to) === BRACKET_OPEN) {
    const close = closingBracket(text, to);
    if (close === undefined) return undefined;
    label = { from: to + 1, to: close };
    to = close + 1;
  }
  if (text.charCodeAt(to) !== BRACE_OPEN)
    return label === undefined ? undefined : { label, attributes: {}, to };
  const read = readAttributes(text, to);
  if (read !== undefined) return { label, ...read };
  return label === undefined ? undefined : { label, attributes: {}, to };
}

function closingBracket(text: string, at: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, at + LONGEST + 2);
  for (let next = at; next < limit; next += 1) {
    const code = text.charCodeAt(next);
    if (code === LINE_FEED) return undefined;
    if (code === BACKSLASH && isAsciiPunctuation(text.charCodeAt(next + 1))) next += 1;
    else if (code === BRACKET_OPEN) depth += 1;
    else if (code === BRACKET_CLOSE) {
      depth -= 1;
      if (depth === 0) return next;
    }
  }
  return undefined;
}

function readAttributes(text: string, at: number): Pick<DirectiveParts, 'attributes' | 'to'> | undefined {
  const found = new Map<string, string>();
  const classes: string[] = [];
  let next = at + 1;
  for (;;) {
    ATTRIBUTE.lastIndex = next;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    next = ATTRIBUTE.lastIndex;
    const [, sign, short = '', name = '', double, single, bare] = match;
    const value = decodeReferences(double ?? single ?? bare ?? '');
    if (sign === '.') classes.push(short);
    else if (sign === '#') found.set('id', short);
    else if (name === 'class') classes.push(value);
    else found.set(name, value);
  }
  const close = /[ \t]*\}/y;
  close.lastIndex = next;
  if (!close.test(text)) return undefined;
  if (classes.length > 0) found.set('class', classes.join(' '));
  return { attributes: Object.fromEntries(found), to: close.lastIndex };
}
