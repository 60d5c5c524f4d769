import { ConversionTooComplexError, ConversionTooDeepError } from '../../errors/conversionErrors.js';
import { MAX_DEPTH, assertLength } from '../limits.js';

/** Emphasis delimiters that one paragraph may hold; micromark pairs them in quadratic time. */
const MAX_DELIMITERS = 3000;
/** Link and footnote definitions of one document; micromark looks for duplicates in quadratic time. */
const MAX_DEFINITIONS = 5000;
/** Opening brackets in one paragraph. */
const MAX_BRACKETS = 10_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const ITEM = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/;
/** What could open or close emphasis: neither escaped nor an underscore inside a word. */
const DELIMITERS = /(?<!\\)[*~]+|(?<![\\\w])_+|(?<!\\)_+(?!\w)/g;
const MARKERS = />|[-+*]|\d{1,9}[.)]/g;

/**
 * Refuses, in linear time and before any parser sees it, text that is too long, nests too deep or would take quadratic
 * time. Throws ConversionTooLarge, TooDeep and TooComplex errors.
 */
export function guardText(text: string): void {
  assertLength(text);
  const indents: number[] = [];
  let fence: string | undefined;
  let definitions = 0;
  let delimiters = 0;
  let brackets = 0;
  let line = 0;
  for (const row of lines(text)) {
    line += 1;
    const opening = FENCE.exec(row)?.[1];
    if (fence !== undefined) {
      if (opening?.startsWith(fence) === true) fence = undefined;
      continue;
    }
    if (opening !== undefined) {
      fence = opening;
      continue;
    }
    if (nesting(row, indents) > MAX_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    if (/^[ \t>]*\[[^\]]*\]:/.test(row)) definitions += 1;
    if (definitions > MAX_DEFINITIONS) throw new ConversionTooComplexError('too many link definitions', line);
    // A table row is a paragraph of its own to the inline parser.
    if (/^\s*(?:\||$)/.test(row)) {
      delimiters = 0;
      brackets = 0;
    }
    delimiters += count(row, DELIMITERS);
    brackets += count(row, /\[/g);
    if (delimiters > MAX_DELIMITERS)
      throw new ConversionTooComplexError('too many emphasis marks in one paragraph', line);
    if (brackets > MAX_BRACKETS)
      throw new ConversionTooComplexError('too many brackets in one paragraph', line);
  }
}

/** Levels of quotes and lists that a line may open; keeps the columns of the list items it is in. */
function nesting(row: string, indents: number[]): number {
  const chain = count(CONTAINERS.exec(row)?.[0] ?? '', MARKERS);
  const item = ITEM.exec(row)?.[1];
  if (item === undefined) return chain;
  const column = item.length;
  while ((indents.at(-1) ?? -1) >= column) indents.pop();
  indents.push(column);
  return chain + indents.length - 1;
}

function count(row: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(row) !== null) found += 1;
  return found;
}

function* lines(text: string): Generator<string> {
  let from = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    yield text.slice(from, end);
    from = end + 1;
  }
  yield text.slice(from);
}
