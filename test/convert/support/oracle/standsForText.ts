import { commonmarkJsHtml } from './commonmarkJs.js';

const ENTITIES = new Map<string, string>();

/**
 * Whether a piece of source decodes to the value of a text node: escapes and entities read, what containers put before
 * its lines left out, spaces around line feeds dropped.
 */
export function standsForText(source: string, value: string): boolean {
  const said = nulless(value);
  // In the cell of a table an escaped bar is a bar before anything else is read.
  const cell = decode(source.replaceAll('\\|', '|'));
  return [nulless(source), decode(source), cell].includes(said) || standForRest(source.split('\n'), 0, said);
}

/** Whether the lines from `index` on stand for a text. A line is tried with each part of its prefix left out. */
function standForRest(lines: readonly string[], index: number, said: string): boolean {
  const line = lines[index] ?? '';
  const last = index === lines.length - 1;
  const ended = last ? line : line.replace(/[ \t]+$/, '');
  const lead = index === 0 ? 0 : (/^[ \t>]*/.exec(ended)?.[0].length ?? 0);
  for (let from = 0; from <= lead; from += 1) {
    const text = decode(ended.slice(from));
    if (last && text === said) return true;
    if (
      !last &&
      said.startsWith(`${text}\n`) &&
      standForRest(lines, index + 1, said.slice(text.length + 1))
    ) {
      return true;
    }
  }
  return false;
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
