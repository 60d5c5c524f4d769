import { normalizeLabel } from '../parse/inline/label.js';
import { LINK_TEXT, isText, type Line } from './Line.js';

/** Longest label (CommonMark 0.31.2, section 4.7). */
const LONGEST_LABEL = 1000;

/** Offsets of brackets in text that could open a link, an image, a reference or a checkbox, or end a link's text. */
export function bracketEscapes(line: Line): readonly number[] {
  if (!/[[\]]/.test(line.text)) return [];
  const partners = pairBrackets(line);
  const found: number[] = [];
  let unpaired = false;
  for (let at = 0; at < line.text.length; at += 1) {
    const char = line.text.charAt(at);
    if ((char !== '[' && char !== ']') || !isText(line, at)) continue;
    const partner = partners.get(at);
    if (char === '[' && partner === undefined) unpaired = true;
    if (line.kinds[at] === LINK_TEXT && partner === undefined) found.push(at);
    else if (char === '[' && opensReference(line, at, partner)) {
      found.push(at);
      // Without this one its partner would go to a bracket further out.
      if (partner !== undefined && (unpaired || line.kinds[at] === LINK_TEXT)) found.push(partner);
    }
  }
  return found;
}

/** Brackets of text that belong together; those of a link's text pair among themselves. */
function pairBrackets(line: Line): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  let open: number[] = [];
  for (let at = 0; at < line.text.length; at += 1) {
    const char = line.text.charAt(at);
    const inLink = line.kinds[at] === LINK_TEXT;
    if (inLink !== (line.kinds[at - 1] === LINK_TEXT))
      open = open.filter((other) => !inLink && line.kinds[other] !== LINK_TEXT);
    if (!isText(line, at)) continue;
    if (char === '[') open.push(at);
    const partner = char === ']' ? open.pop() : undefined;
    if (partner !== undefined) partners.set(partner, at).set(at, partner);
  }
  return partners;
}

function opensReference(line: Line, at: number, partner: number | undefined): boolean {
  const { text } = line;
  if (line.opensItem && at === 0 && /^\[[ \txX\n]\]/.test(text)) return true;
  const closings = [partner ?? -1, text.indexOf(']', at)];
  return closings.some((close) => close !== -1 && isReference(line, at, close));
}

function isReference({ text, definitions }: Line, open: number, close: number): boolean {
  const after = text.charAt(close + 1);
  if (after === '(' || after === '[') return true;
  if (after === ':' && (open === 0 || text.charAt(open - 1) === '\n')) return true;
  return close - open < LONGEST_LABEL && definitions.has(normalizeLabel(text.slice(open + 1, close)));
}
