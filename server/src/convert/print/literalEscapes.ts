import { LEAF_DIRECTIVES, TEXT_DIRECTIVES } from '../carrier/directiveNames.js';
import { escapeAt, isText, TEXT, type Line } from './Line.js';
import { AT_SIGNS, COLONS, WWW } from './specials.js';

const PROTOCOL = /(?:https?|ftp)(?=:\/\/[^\s<])/gi;
const WEB = /(?<![^\s(*_[\]~])www(?=\.[^\s<])/g;
const MAIL_DOMAIN = /[\w-]+\.[\w.-]*\w/y;
const EMOJI = /(?<![A-Za-z\d:]):[\da-z_+-]*[a-z][\da-z_+-]*(?=:(?![A-Za-z\d]))/g;
const DIRECTIVE = new RegExp(`:(?:${[...TEXT_DIRECTIVES, ...LEAF_DIRECTIVES].join('|')})(?=[[{])`, 'g');

/** Escapes text that would be a link (GFM autolink literals), an emoji shortcode or a directive. */
export function literalEscapes(line: Line, specials: number): void {
  const { text } = line;
  if ((specials & WWW) !== 0 && text.includes('www.')) escapeBehind(line, WEB);
  if ((specials & AT_SIGNS) !== 0) mailEscapes(line);
  if ((specials & COLONS) === 0) return;
  if (text.includes('://')) escapeBehind(line, PROTOCOL);
  for (const pattern of [EMOJI, DIRECTIVE]) {
    for (const { index } of text.matchAll(pattern)) if (isText(line, index)) escapeAt(line, index);
  }
}

function mailEscapes(line: Line): void {
  const { text } = line;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    MAIL_DOMAIN.lastIndex = at + 1;
    if (line.kinds[at] === TEXT && /[\w.+-]/.test(text.charAt(at - 1)) && MAIL_DOMAIN.test(text))
      escapeAt(line, at);
  }
}

/** In a link's text nothing links itself. */
function escapeBehind(line: Line, pattern: RegExp): void {
  for (const match of line.text.matchAll(pattern)) {
    const at = match.index + match[0].length;
    if (line.kinds[at] === TEXT) escapeAt(line, at);
  }
}
