import { normalizeLabel } from '../parse/inline/label.js';
import { escapeAt, LINK_TEXT, isText, type Line } from './Line.js';
import { BRACKETS } from './specials.js';

/** Longest label (CommonMark 0.31.2, section 4.7). */
const LONGEST_LABEL = 1000;

/** Escapes brackets in text that could open a link, an image, a reference or a checkbox, or end a link's text. */
export function bracketEscapes(line: Line, specials: number): void {
  if ((specials & BRACKETS) === 0) return;
  const partners = pairBrackets(line);
  if (partners === undefined) return;
  let unpaired = false;
  let close = 0;
  for (let at = 0; at < line.text.length; at += 1) {
    const code = line.text.charCodeAt(at);
    if ((code !== 91 && code !== 93) || !isText(line, at)) continue;
    if (close !== -1 && close < at) close = line.text.indexOf(']', at);
    const partner = partners.get(at);
    if (code === 91 && partner === undefined) unpaired = true;
    if (line.kinds[at] === LINK_TEXT && partner === undefined) escapeAt(line, at);
    else if (code === 91 && opensReference(line, at, { partner, close })) {
      escapeAt(line, at);
      // Without this one its partner would go to a bracket further out.
      if (partner !== undefined && (unpaired || line.kinds[at] === LINK_TEXT)) escapeAt(line, partner);
    }
  }
}

/** Brackets of text that belong together; those of a link's text pair among themselves. */
function pairBrackets(line: Line): ReadonlyMap<number, number> | undefined {
  const { text, kinds } = line;
  let partners: Map<number, number> | undefined;
  let open: number[] = [];
  let wasInLink = false;
  for (let at = 0; at < text.length; at += 1) {
    const inLink = kinds[at] === LINK_TEXT;
    if (inLink !== wasInLink) {
      open = open.filter((other) => !inLink && kinds[other] !== LINK_TEXT);
      wasInLink = inLink;
    }
    const code = text.charCodeAt(at);
    if ((code !== 91 && code !== 93) || !isText(line, at)) continue;
    partners ??= new Map();
    if (code === 91) open.push(at);
    const partner = code === 93 ? open.pop() : undefined;
    if (partner !== undefined) partners.set(partner, at).set(at, partner);
  }
  return partners;
}

/** The bracket that pairs with another, and the next closing one behind it, -1 for none. */
interface Closings {
  readonly partner: number | undefined;
  readonly close: number;
}

function opensReference(line: Line, at: number, { partner, close }: Closings): boolean {
  const { text } = line;
  if (line.opensItem && at === 0 && /^\[[ \txX\n]\]/.test(text)) return true;
  if (partner !== undefined && isReference(line, at, partner)) return true;
  return close !== -1 && close !== partner && isReference(line, at, close);
}

function isReference({ text, definitions }: Line, open: number, close: number): boolean {
  const after = text.charAt(close + 1);
  if (after === '(' || after === '[') return true;
  if (after === ':' && (open === 0 || text.charAt(open - 1) === '\n')) return true;
  if (definitions.size === 0 || close - open >= LONGEST_LABEL) return false;
  // A label holds no further bracket.
  if (text.lastIndexOf('[', close - 1) !== open) return false;
  return definitions.has(normalizeLabel(text.slice(open + 1, close)));
}
