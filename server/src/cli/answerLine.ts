import { isUtf8 } from 'node:buffer';
import { DocbridgeError } from '../errors/DocbridgeError.js';
import { convertRecord, errorOf, isRecord, type ConversionOrder } from './conversion.js';
import { ConversionInputError, decodeText, numberSource, parseJson } from './jsonInput.js';

/** Longest line that is read, in bytes: room for the longest document and both forms of a base, as JSON. */
export const MAX_LINE = 100_000_000;

/** The answer to one line of `--ndjson`. */
export interface AnsweredLine {
  /** JSON on one line: a `Converted` or `{"error":{"code","message"}}`, with the line's id, null where it has none. */
  readonly json: string;
  readonly failed: boolean;
}

/** Converts one line of `--ndjson`; a longer one than MAX_LINE is refused. Throws CancelledError and nothing else. */
export function answerLine(line: Uint8Array, order: ConversionOrder): AnsweredLine {
  let id: string | undefined;
  try {
    if (line.length > MAX_LINE) {
      throw new ConversionInputError(
        'line-too-long',
        `The line holds more than ${MAX_LINE} bytes. Split the document.`,
      );
    }
    if (!isUtf8(line)) id = idOfBroken(line);
    const text = decodeText(line);
    const value = parseJson(text);
    if (!isRecord(value)) throw new ConversionInputError('invalid-line', 'The line is not a JSON object.');
    id = idOf(value, text);
    if (id === undefined) {
      throw new ConversionInputError('invalid-line', 'The line has no "id" that is a text or a number.');
    }
    return { json: withId(id, convertRecord(value, order, line.length)), failed: false };
  } catch (error) {
    if (error instanceof DocbridgeError && error.category === 'cancelled') throw error;
    return { json: withId(id, { error: errorOf(error) }), failed: true };
  }
}

/** An id as JSON; a number as it was written, which a double may not hold. */
function idOf({ id }: Readonly<Record<string, unknown>>, text: string): string | undefined {
  if (typeof id === 'string') return JSON.stringify(id);
  if (typeof id !== 'number') return undefined;
  return Number.isSafeInteger(id) ? String(id) : numberSource(text, 'id');
}

/** The id of a line some of whose bytes are no text. */
function idOfBroken(line: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(line);
  try {
    const value = parseJson(text);
    return isRecord(value) ? idOf(value, text) : undefined;
  } catch (error) {
    if (error instanceof DocbridgeError) return undefined;
    throw error;
  }
}

/** One line: what JSON.stringify writes holds no line feed. */
function withId(id: string | undefined, answer: object): string {
  return `{"id":${id ?? 'null'},${JSON.stringify(answer).slice(1)}`;
}
