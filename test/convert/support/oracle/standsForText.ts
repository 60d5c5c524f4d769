import { commonmarkJsHtml } from './commonmarkJs.js';

const ENTITIES = new Map<string, string>();

/**
 * Whether a piece of source decodes to the value of a text node: escapes and entities read, what containers put before
 * its lines left out, spaces around line feeds dropped.
 */
export function standsForText(source: string, value: string): boolean {
  const said = nulless(value);
  if (decode(source) === said) return true;
  const written = source.split('\n');
  const read = said.split('\n');
  // An entity for a line feed gives a line that is not in the source.
  if (written.length !== read.length) return decode(source.replace(/[ \t]*\n[ \t>]*/g, '\n')) === said;
  return written.every((line, index) => {
    const wanted = read[index] ?? '';
    const ended = index === written.length - 1 ? line : line.replace(/[ \t]+$/, '');
    if (index === 0) return decode(ended) === wanted || nulless(ended) === wanted;
    const lead = /^[ \t>]*/.exec(ended)?.[0].length ?? 0;
    for (let from = 0; from <= lead; from += 1) {
      if (decode(ended.slice(from)) === wanted || nulless(ended.slice(from)) === wanted) return true;
    }
    return false;
  });
}

/** Text with its backslash escapes and entities read (CommonMark 0.31.2, sections 2.4 and 2.5). */
function decode(source: string): string {
  return nulless(
    source.replace(
      /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]*);/g,
      (whole, escaped: string | undefined) => escaped ?? entity(whole),
    ),
  );
}

function nulless(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

/** What an entity stands for, by the first judge. */
function entity(reference: string): string {
  const known = ENTITIES.get(reference);
  if (known !== undefined) return known;
  const html = commonmarkJsHtml(`.${reference}.`).replace(/^<p>\.|\.<\/p>\n$/g, '');
  const value = html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : '&',
  );
  ENTITIES.set(reference, value);
  return value;
}
