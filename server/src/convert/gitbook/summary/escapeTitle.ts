import { headingLevel, isRule } from './blockStarts.js';
import { entityAt } from './inline/entity.js';
import { isPunctuation } from './inline/unescape.js';
import { summaryTitle } from './SummaryTree.js';

const WORD = /[\p{L}\p{N}]/u;

/** A title as a link's label: only what would be read as markup is escaped. */
export function escapeLabel(title: string): string {
  const text = summaryTitle(title);
  let escaped = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    escaped += isMarkup(text, at, char) ? `\\${char}` : char;
  }
  return escaped;
}

/** A title as the words of an ATX heading: number signs at the end would close it. */
export function escapeHeading(title: string): string {
  return escapeLabel(title).replace(/(?<=^|[ #])#$/, '\\#');
}

/** A title as a paragraph of its own, which must not begin another block; an empty one is a space that counts. */
export function escapeParagraph(title: string): string {
  const text = escapeLabel(title);
  if (text === '') return '&#x20;';
  const number = /^\d{1,9}(?=[.)](?: |$))/.exec(text)?.[0].length;
  if (number !== undefined) return `${text.slice(0, number)}\\${text.slice(number)}`;
  const isBlock =
    headingLevel(text) !== undefined || isRule(text) || /^(?:>|[-+*](?: |$)|-+$|=+$)/.test(text);
  return isBlock ? `\\${text}` : text;
}

function isMarkup(text: string, at: number, char: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  switch (char) {
    case '[':
    case ']':
    case '`':
      return true;
    case '\\':
      return after === '' || isPunctuation(after.charCodeAt(0));
    case '*':
    case '~':
      return !isGap(before) || !isGap(after);
    case '_':
      return !(WORD.test(before) && WORD.test(after)) && !(isGap(before) && isGap(after));
    case '<':
      return /[A-Za-z/!?]/.test(after);
    case '&':
      return entityAt(text, at) !== undefined;
    default:
      return false;
  }
}

function isGap(char: string): boolean {
  return char === '' || char === ' ';
}
