import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { Json } from '../../convert/tiptap.js';
import type { LineMap, Range } from '../text/LineMap.js';

/** Keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/**
 * A JSON text that parsed. Reading uses `JSON.parse`, which is ten times faster than a position tree; the
 * tree is built when the first finding has to be placed.
 */
export class JsonDocument {
  readonly text: string;
  readonly value: Json;
  readonly lines: LineMap;
  #tree: Node | undefined;

  /** `value` is what `JSON.parse(text)` gave; `parseJson` makes both. */
  constructor(text: string, value: Json, lines: LineMap) {
    this.text = text;
    this.value = value;
    this.lines = lines;
  }

  /** The position tree, for checks that need to see every key (duplicates). */
  tree(): Node | undefined {
    this.#tree ??= parseTree(this.text);
    return this.#tree;
  }

  /** Range of the value at `path`, or of the nearest thing around it that exists. */
  valueRange(path: JsonPath): Range {
    const node = this.#nearest(path);
    return node === undefined ? this.lines.range(0, 1) : this.#range(node);
  }

  /** Range of the key of the property at `path`; of an array element, its own. */
  keyRange(path: JsonPath): Range {
    const node = this.#nearest(path);
    const key = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    if (key !== undefined) return this.#range(key);
    if (node === undefined) return this.lines.range(0, 1);
    const long = node.type === 'object' || node.type === 'array';
    return this.lines.range(node.offset, long ? node.offset + 1 : node.offset + node.length);
  }

  #nearest(path: JsonPath): Node | undefined {
    const tree = this.tree();
    if (tree === undefined) return undefined;
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node !== undefined) return node;
    }
    return tree;
  }

  #range(node: Node): Range {
    return this.lines.range(node.offset, node.offset + node.length);
  }
}
