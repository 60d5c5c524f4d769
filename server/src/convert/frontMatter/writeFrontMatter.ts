import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Json } from '../tiptap.js';
import { readFrontMatter } from './readFrontMatter.js';
import { cutFences, parseYaml, type Fenced } from './yamlDocument.js';
import { writePair, writeValue } from './yamlText.js';

/** What to write into front matter: undefined removes a key, a record is merged into the record that is there. */
export type FrontMatterChanges = Readonly<Record<string, Json | undefined>>;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes keys into front matter (its source, fences included) and returns the new source. Only what changes is
 * touched: comments, order, quotes, unknown keys and line ends stay, and a value that is there already changes no byte.
 * Without a source, fences are made. Front matter that cannot be read is returned as it is; readFrontMatter says why.
 */
export function writeFrontMatter(source: string | undefined, changes: FrontMatterChanges): string {
  if (source === undefined) {
    const lines = Object.entries(changes).flatMap(([key, value]) =>
      value === undefined ? [] : [writePair(key, value, '', '\n')],
    );
    return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
  }
  const fenced = cutFences(source);
  const { data, errors } = readFrontMatter(source);
  if (fenced === undefined || errors.length > 0) return source;
  const eol = /\r\n|\n|\r/.exec(fenced.opening)?.[0] ?? '\n';
  const { contents } = parseYaml(fenced.text);
  const text = isMap(contents)
    ? apply(fenced.text, editMap(contents, changes, data, { text: fenced.text, indent: '', eol }), eol)
    : appendTo(fenced.text, changes, eol);
  const written = `${fenced.opening}${text}${fenced.closing}`;
  return isWritten(written, data, changes) ? written : rewrite(fenced, changes);
}

/** Whether the new source says everything that was to be written and, of the rest, what it said before. */
function isWritten(
  source: string,
  before: Readonly<Record<string, Json>>,
  changes: FrontMatterChanges,
): boolean {
  const { data, errors } = readFrontMatter(source);
  const kept = Object.entries(before).every(
    ([key, value]) => Object.hasOwn(changes, key) || same(data[key] ?? null, value),
  );
  const set = Object.entries(changes).every(([key, value]) =>
    value === undefined ? !Object.hasOwn(data, key) : holds(data[key] ?? null, value),
  );
  return errors.length === 0 && kept && set;
}

/** Writes the whole text anew where an edit in place would break it, such as an anchor that others refer to. */
function rewrite(fenced: Fenced, changes: FrontMatterChanges): string {
  const eol = /\r\n|\n|\r/.exec(fenced.opening)?.[0] ?? '\n';
  const data = { ...readFrontMatter(`${fenced.opening}${fenced.text}${fenced.closing}`).data, ...changes };
  const lines = Object.entries(data).flatMap(([key, value]) =>
    value === undefined ? [] : [`${writePair(key, value, '', eol)}${eol}`],
  );
  return `${fenced.opening}${lines.join('')}${fenced.closing}`;
}

function appendTo(text: string, changes: FrontMatterChanges, eol: string): string {
  const lines = Object.entries(changes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${writePair(key, value, '', eol)}${eol}`],
  );
  const open = text === '' || /[\r\n]$/.test(text) ? '' : eol;
  return lines.length === 0 ? text : `${text}${open}${lines.join('')}`;
}

/** The text that is edited, and what its lines look like. */
interface Lines {
  readonly text: string;
  readonly indent: string;
  readonly eol: string;
}

function editMap(
  map: YAMLMap,
  changes: FrontMatterChanges,
  data: Readonly<Record<string, Json>>,
  lines: Lines,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair === undefined) {
      if (value !== undefined)
        edits.push(insertion(map, writePair(key, value, lines.indent, lines.eol), lines));
    } else if (value === undefined) {
      edits.push(removal(pair, lines.text));
    } else if (!Object.hasOwn(data, key) || !holds(data[key] ?? null, value)) {
      edits.push(...editPair(pair, key, value, data[key] ?? null, lines));
    }
  }
  return edits;
}

function editPair(pair: Pair, key: string, value: Json, there: Json, lines: Lines): readonly Edit[] {
  const { text, indent, eol } = lines;
  const old = pair.value;
  if (isMap(old) && isRecord(value) && isRecord(there) && old.flow !== true && old.items.length > 0) {
    return editMap(old, value, there, { ...lines, indent: indentOf(text, startOf(old)) });
  }
  const merged = isRecord(there) && isRecord(value) ? { ...there, ...value } : value;
  const [start, end] = rangeOf(old);
  if (isScalar(old) && !isRecord(merged) && !Array.isArray(merged) && !isBlockText(old) && end > start) {
    const quotes = old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE' ? old.type : null;
    return [{ start, end, text: writeValue(merged, quotes) }];
  }
  if (isSeq(old) && Array.isArray(merged) && old.flow !== true && merged.length > 0) {
    const inner = indentOf(text, start);
    const items = merged.map((entry: Json) => `- ${writeValue(entry)}`).join(`${eol}${inner}`);
    return [{ start, end: trimmedEnd(text, start, end), text: items }];
  }
  if ((isMap(old) || isSeq(old)) && old.flow === true && typeof merged === 'object') {
    return [{ start, end, text: writeValue(merged) }];
  }
  const [from] = rangeOf(pair.key);
  const written = writePair(key, merged, indent, eol).slice(indent.length);
  return [{ start: from, end: trimmedEnd(text, from, Math.max(end, colonAfter(pair, text))), text: written }];
}

/** A new key goes below the last of its map. */
function insertion(map: YAMLMap, written: string, { text, eol }: Lines): Edit {
  const last = map.items.at(-1);
  const end = last === undefined ? rangeOf(map)[1] : endOfPair(last, text);
  const lineEnd = nextLine(text, end);
  const open = /[\r\n]$/.test(text.slice(0, lineEnd)) || lineEnd === 0 ? '' : eol;
  return { start: lineEnd, end: lineEnd, text: `${open}${written}${open === '' ? eol : ''}` };
}

function removal(pair: Pair, text: string): Edit {
  const [start] = rangeOf(pair.key);
  return { start: lineStart(text, start), end: nextLine(text, endOfPair(pair, text)), text: '' };
}

/** The end of a pair's last character that is not white space. */
function endOfPair(pair: Pair, text: string): number {
  const [start] = rangeOf(pair.key);
  return trimmedEnd(text, start, Math.max(rangeOf(pair.value)[1], colonAfter(pair, text)));
}

function colonAfter(pair: Pair, text: string): number {
  const [, end] = rangeOf(pair.key);
  return text.indexOf(':', end) + 1;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function lineStart(text: string, at: number): number {
  return /[^\r\n]*$/.exec(text.slice(0, at))?.index ?? 0;
}

function nextLine(text: string, at: number): number {
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(at))?.[0] ?? '';
  return at + rest.length;
}

function indentOf(text: string, at: number): string {
  return /^ */.exec(text.slice(lineStart(text, at)))?.[0] ?? '';
}

function apply(text: string, edits: readonly Edit[], eol: string): string {
  let out = text;
  // Later places first, so that earlier offsets stay good; insertions at one place keep their order.
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index);
  for (const { start, end, text: written } of ordered)
    out = `${out.slice(0, start)}${written}${out.slice(end)}`;
  return out === '' || /[\r\n]$/.test(out) ? out : `${out}${eol}`;
}

/** Whether the value there already holds everything that is to be written. */
function holds(there: Json, wanted: Json): boolean {
  if (isRecord(there) && isRecord(wanted)) {
    return Object.entries(wanted).every(
      ([key, value]) => Object.hasOwn(there, key) && holds(there[key] ?? null, value),
    );
  }
  if (Array.isArray(there) && Array.isArray(wanted)) {
    const entries = there as readonly Json[];
    return (
      entries.length === wanted.length &&
      entries.every((entry, index) => same(entry, (wanted as readonly Json[])[index] ?? null))
    );
  }
  return there === wanted;
}

function same(a: Json, b: Json): boolean {
  return holds(a, b) && holds(b, a);
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlockText(node: { readonly type?: string | null | undefined }): boolean {
  return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
}

function startOf(node: { readonly range?: readonly number[] | null | undefined }): number {
  return node.range?.[0] ?? 0;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = typeof node === 'object' && node !== null ? (node as Partial<ParsedNode>).range : undefined;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}
