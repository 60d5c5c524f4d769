import { DocbridgeError } from '../../errors/DocbridgeError.js';
import { assertDocument, isNode } from '../limits.js';
import type { TiptapNode } from '../tiptap.js';
import { plainNode } from './plainNode.js';

/** Info string of a fenced block that holds a node's JSON. */
export const OPAQUE_INFO = 'docbridge-node';

/** Longest JSON that is written on one line. */
const ONE_LINE = 100;

/** Writes any node as a fenced block with its JSON; nothing of it is lost. */
export function writeOpaque(node: TiptapNode): string {
  const plain = plainNode(node);
  const compact = JSON.stringify(plain);
  const json = compact.length <= ONE_LINE ? compact : JSON.stringify(plain, null, 2);
  // Characters that a Markdown reader would replace are written as escapes.
  const safe = json.replace(/[\u0000\u007f-\u009f\u2028\u2029\ufeff]/g, escapeUnit);
  return `\`\`\`${OPAQUE_INFO}\n${safe}\n\`\`\``;
}

/** Reads the content of such a block; undefined when it holds anything but one node. */
export function readOpaque(json: string): TiptapNode | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isNode(value) && isWellFormed(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The shape is checked as a whole document's is, so what comes out can be walked without further checks. */
function isWellFormed(node: TiptapNode): boolean {
  try {
    assertDocument({ type: 'doc', content: [node] });
    return true;
  } catch (error) {
    if (error instanceof DocbridgeError) return false;
    throw error;
  }
}
