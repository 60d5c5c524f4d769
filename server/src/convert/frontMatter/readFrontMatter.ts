import { toRecord, type JsonRecord } from './jsonValue.js';
import { openFrontMatter, type FrontMatterError } from './openFrontMatter.js';
import type { YamlNode } from './YamlTree.js';
import type { Span } from './yamlTokens.js';

export type { FrontMatterError } from './openFrontMatter.js';

/** Front matter as data: frozen, without a prototype, so no key can reach beyond it. */
export interface FrontMatter {
  readonly data: JsonRecord;
  readonly errors: readonly FrontMatterError[];
  /** Where a key stands, given its path: `['docbridge', 'id']`. */
  readonly keyRange: (path: readonly string[]) => Span | undefined;
}

/**
 * Reads front matter, fences included. Never throws and never runs anything: what cannot be read is an error with its
 * place, and no data.
 */
export function readFrontMatter(source: string): FrontMatter {
  const opened = openFrontMatter(source);
  if (!('tree' in opened)) return { data: toRecord([]), errors: opened, keyRange: () => undefined };
  const { data, tree, fenced } = opened;
  const offset = fenced.opening.length;
  return {
    data,
    errors: [],
    keyRange: (path) => {
      const span = keySpan(tree.root, path);
      return span && { start: offset + span.start, end: offset + span.end };
    },
  };
}

function keySpan(root: YamlNode, path: readonly string[]): Span | undefined {
  let node: YamlNode | undefined = root;
  let key: YamlNode | undefined;
  for (const name of path) {
    const entry: YamlNode['entries'][number] | undefined =
      node.kind === 'map' ? node.entries.find((each) => each.name === name) : undefined;
    if (entry === undefined) return undefined;
    ({ key, value: node } = entry);
  }
  return key?.place.span;
}
