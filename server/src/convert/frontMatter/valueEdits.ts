import type { CST } from 'yaml';
import type { Json } from '../tiptap.js';
import type { NewValue } from './planChanges.js';
import {
  blanksAfter,
  blanksBefore,
  columnOf,
  insertion,
  lineAfter,
  lineEnd,
  lineStart,
  nextLine,
  trimmedEnd,
  type Edit,
} from './textEdits.js';
import { endOf, type Leaf, type Span } from './yamlTokens.js';
import { writeBlockText, writeValue, type Quotes } from './yamlText.js';
import type { YamlEntry, YamlNode } from './YamlTree.js';

/** The YAML text that is edited. */
export interface Lines {
  readonly text: string;
  readonly eol: string;
}

const LEADS: ReadonlySet<string> = new Set(['map-value-ind', 'seq-item-ind', 'anchor', 'tag']);

const QUOTES: Readonly<Record<string, Quotes | undefined>> = {
  'single-quoted-scalar': 'QUOTE_SINGLE',
  'double-quoted-scalar': 'QUOTE_DOUBLE',
};

/**
 * Gives a key or value another value, on one line, where the old one stood; its tag goes, and its anchor if
 * `losesAnchor`. Comments stay.
 */
export function valueEdits(
  node: YamlNode,
  entry: YamlEntry,
  { data, anchor }: NewValue,
  losesAnchor: boolean,
  lines: Lines,
): readonly Edit[] {
  const { head, token, span } = node.place;
  const dropped = head.filter(({ type }) => type === 'tag' || (type === 'anchor' && losesAnchor));
  const removals = dropped.map((prop) => propRemoval(prop, lines.text));
  if (token?.type === 'block-scalar') return [...removals, ...blockTextEdits(token, data, lines)];
  const written = `${anchor === undefined ? '' : `&${anchor} `}${writeValue(data, QUOTES[token?.type ?? ''])}`;
  // What is written has to follow these.
  const stays = head.filter((leaf) => LEADS.has(leaf.type) && !dropped.includes(leaf));
  if (token?.type === 'block-map' || token?.type === 'block-seq') {
    return [...removals, insertion(endOf(stays), ` ${written}`), linesRemoval(span, lines.text)];
  }
  if (span.end > span.start) {
    const gap = lines.text[span.start - 1] === ':' ? ' ' : '';
    return [...removals, { ...span, text: `${gap}${written}` }];
  }
  if (stays.length > 0) return [...removals, insertion(endOf(stays), ` ${written}`)];
  return [...removals, emptyEdit(node, entry, written, lines)];
}

/** Takes an anchor or a tag away, and the blanks after it. */
export function propRemoval({ offset, source }: Leaf, text: string): Edit {
  const after = offset + source.length;
  const end = blanksAfter(text, after);
  return /[\r\n#]/.test(text.charAt(end))
    ? { start: blanksBefore(text, offset), end: after, text: '' }
    : { start: offset, end, text: '' };
}

/** A value where there is not even a colon: `? key`, `{ key }`; or in brackets, where only a tag stood. */
function emptyEdit(
  { place }: YamlNode,
  { key, span }: YamlEntry,
  written: string,
  { text, eol }: Lines,
): Edit {
  if (key === undefined) return insertion(span.start, written);
  if (place.inFlow) return insertion(span.end, ` : ${written}`);
  const indent = ' '.repeat(columnOf(text, span.start));
  return insertion(nextLine(text, span.end), `${indent}: ${written}${eol}`);
}

/** Takes a block away with the lines that it has for itself. Blank lines below stay. */
function linesRemoval({ start, end }: Span, text: string): Edit {
  const from = lineStart(text, start);
  const to = trimmedEnd(text, start, end);
  return blanksBefore(text, start) === from
    ? { start: from, end: nextLine(text, to), text: '' }
    : { start: blanksBefore(text, start), end: lineEnd(text, to), text: '' };
}

/** A text of several lines stays a block; what is said on one line takes the place of the header. */
function blockTextEdits(token: CST.BlockScalar, data: Json, { text, eol }: Lines): readonly Edit[] {
  const header = { start: token.offset, end: token.offset + text.slice(token.offset).search(/\s/) };
  const start = lineAfter(text, header.end);
  const end = start + token.source.length;
  const said = trimmedEnd(text, start, end);
  const to = said === start ? start : nextLine(text, said);
  const ink = text.slice(start, said).search(/[^ \t\r\n]/);
  const indent = ink === -1 ? token.indent + 2 : columnOf(text, start + ink);
  const block = typeof data === 'string' ? writeBlockText(data, ' '.repeat(indent), eol) : undefined;
  if (block === undefined)
    return [
      { ...header, text: writeValue(data) },
      { start, end: to, text: '' },
    ];
  // Blanks in a line below would be read as text.
  const isClean = /^[\r\n]*$/.test(text.slice(to, end));
  return [
    { ...header, text: block.header },
    { start, end: isClean ? to : end, text: block.lines },
  ];
}
