import { LEAF_DIRECTIVES, TEXT_DIRECTIVES } from '../carrier/directiveNames.js';
import { TEXT, isText, type Line } from './Line.js';

const PROTOCOL = /https?(?=:\/\/[^\s<])/gi;
const WWW = /(?<![^\s(*_[\]~])www(?=\.[^\s<])/gi;
const MAIL_DOMAIN = /[\w-]+\.[\w.-]*\w/y;
const EMOJI = /(?<![A-Za-z\d:]):[\da-z_+-]*[a-z][\da-z_+-]*(?=:(?![A-Za-z\d]))/g;
const DIRECTIVE = new RegExp(`:(?:${[...TEXT_DIRECTIVES, ...LEAF_DIRECTIVES].join('|')})(?=[[{])`, 'g');

/** Offsets in text that would make it a link (GFM autolink literals), an emoji shortcode or a directive. */
export function literalEscapes(line: Line): readonly number[] {
  const { text } = line;
  const found: number[] = [];
  const add = (at: number): void => {
    if (line.kinds[at] === TEXT) found.push(at);
  };
  if (text.includes('://')) for (const match of text.matchAll(PROTOCOL)) add(match.index + match[0].length);
  if (/www\./i.test(text)) for (const match of text.matchAll(WWW)) add(match.index + match[0].length);
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    MAIL_DOMAIN.lastIndex = at + 1;
    if (/[\w.+-]/.test(text.charAt(at - 1)) && MAIL_DOMAIN.test(text)) add(at);
  }
  if (!text.includes(':')) return found;
  for (const pattern of [EMOJI, DIRECTIVE]) {
    for (const match of text.matchAll(pattern)) if (isText(line, match.index)) found.push(match.index);
  }
  return found;
}
