import { MAX_DEPTH } from '../convert/limits.js';
import { ConversionTooDeepError } from '../errors/conversionErrors.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';

/** An input that is no document. */
export class ConversionInputError extends DocbridgeError {
  constructor(code: string, message: string) {
    super(code, 'conflict', message);
  }
}

/** JSON that nests deeper holds no document that can be converted: a node takes two levels, its attributes have more. */
const MAX_JSON_DEPTH = MAX_DEPTH * 10;

/** The text of UTF-8 bytes, a byte order mark included. Throws `ConversionInputError`. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new ConversionInputError('invalid-utf8', 'The input is not UTF-8.');
    throw error;
  }
}

/**
 * Reads JSON; a byte order mark in front of it is passed over. Throws `ConversionInputError`, and
 * `ConversionTooDeepError` before anything that nests beyond measure is built.
 */
export function parseJson(text: string): unknown {
  assertJsonDepth(text);
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new ConversionInputError('invalid-json', 'The input is not valid JSON.');
    }
    throw error;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const BRACKET_OPEN = 91;
const BRACKET_CLOSE = 93;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

function assertJsonDepth(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at);
    else if (code === BRACKET_OPEN || code === BRACE_OPEN) {
      depth += 1;
      if (depth > MAX_JSON_DEPTH) throw new ConversionTooDeepError(MAX_DEPTH);
    } else if (code === BRACKET_CLOSE || code === BRACE_CLOSE) depth -= 1;
  }
}

/** The offset of the quote that ends the string which begins at `at`; the text's end without one. */
function stringEnd(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/**
 * The source of a number that is a member of a JSON object, such as an id with more digits than a double holds; the last
 * one of that name, as JSON.parse takes it. The text has to be valid JSON.
 */
export function numberSource(text: string, name: string): string | undefined {
  let found: string | undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BRACKET_OPEN || code === BRACE_OPEN) depth += 1;
    else if (code === BRACKET_CLOSE || code === BRACE_CLOSE) depth -= 1;
    else if (code === QUOTE) {
      const end = stringEnd(text, at);
      const isName = depth === 1 && JSON.parse(text.slice(at, end + 1)) === name;
      const value = isName ? MEMBER.exec(text.slice(end + 1, end + 1 + LONGEST_NUMBER)) : null;
      if (value !== null) found = value[1];
      at = end;
    }
  }
  return found;
}

const LONGEST_NUMBER = 10_000;
const MEMBER = /^[ \t\r\n]*:[ \t\r\n]*(-?\d[\d.eE+-]*)/;
