import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import { parseYaml } from '../../convert/frontMatter/yamlDocument.js';
import type { Span } from './FrontMatterModel.js';

type YamlPath = readonly (string | number)[];

/**
 * Where keys and values of a YAML text stand. Only for texts that `readFrontMatter` took: the YAML parser
 * must be guarded, and that one is.
 */
export class YamlPlaces {
  readonly #offset: number;
  readonly #document: Document.Parsed;

  /** `offset`: where the YAML begins in the whole text. */
  constructor(yaml: string, offset: number) {
    this.#offset = offset;
    this.#document = parseYaml(yaml);
  }

  key(path: YamlPath): Span | undefined {
    const pair = this.#pair(path);
    const key: unknown = pair?.key;
    return isScalar(key) ? this.#span(key) : this.value(path);
  }

  value(path: YamlPath): Span | undefined {
    let node: unknown = this.#document.contents;
    for (const step of path) node = this.#child(node, step);
    return isNode(node) ? this.#span(node) : undefined;
  }

  #pair(path: YamlPath): Pair | undefined {
    let node: unknown = this.#document.contents;
    for (const step of path.slice(0, -1)) node = this.#child(node, step);
    const last = path.at(-1);
    return last === undefined ? undefined : this.#pairIn(node, last);
  }

  #pairIn(node: unknown, key: string | number): Pair | undefined {
    const map = this.#resolved(node);
    if (!isMap(map)) return undefined;
    return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
  }

  #child(node: unknown, step: string | number): unknown {
    const resolved = this.#resolved(node);
    if (isSeq(resolved)) return resolved.items[Number(step)];
    return this.#pairIn(resolved, step)?.value;
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  #span(node: Node): Span | undefined {
    if (node.range === undefined || node.range === null) return undefined;
    return { start: this.#offset + node.range[0], end: this.#offset + node.range[1] };
  }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
