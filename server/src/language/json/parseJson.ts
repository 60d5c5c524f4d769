import type { Json } from '../../convert/tiptap.js';
import { makeFinding, type Finding } from '../Finding.js';
import { LineMap } from '../text/LineMap.js';
import { JsonDocument } from './JsonDocument.js';
import { nestingDepth } from './nestingDepth.js';
import { syntaxFindings } from './syntaxFindings.js';

/** Deeper files are refused: the position tree and the checks recurse. */
const DEPTH_LIMIT = 128;

/** Strict JSON (RFC 8259), or what is wrong with it. */
export function parseJson(
  text: string,
): { readonly document: JsonDocument } | { readonly findings: readonly Finding[] } {
  const lines = new LineMap(text);
  if (nestingDepth(text, DEPTH_LIMIT) >= DEPTH_LIMIT) {
    const message = `The file is nested ${DEPTH_LIMIT} levels deep or more and is not read.`;
    return { findings: [makeFinding('json-depth', lines.range(0, 1), message)] };
  }
  try {
    return { document: new JsonDocument(text, JSON.parse(text) as Json, lines) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { findings: syntaxFindings(text, lines) };
  }
}
