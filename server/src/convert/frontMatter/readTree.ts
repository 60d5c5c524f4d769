import { isAlias, isMap, isScalar, isSeq, type CST, type Document } from 'yaml';
import type { Json } from '../tiptap.js';
import { toRecord } from './jsonValue.js';
import { writeValue } from './yamlText.js';
import { endOf, isTrivia, leavesOf, leavesOfItem, spanOf, type Leaf, type Span } from './yamlTokens.js';
import type { YamlAnchor, YamlEntry, YamlNode, YamlPlace, YamlProblem, YamlTree } from './YamlTree.js';

/** Most values that an alias may stand for; so many characters of a text count as another value. */
const MAX_VALUES = 10_000;
const CHARACTERS = 100;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** An anchor whose node may still be open. */
interface OpenAnchor {
  node?: YamlNode;
  readonly users: YamlNode[];
}

/** Reads a parsed YAML text that has no syntax errors. Linear: what aliases stand for is shared, not copied. */
export function readTree({ contents }: Document.Parsed): YamlTree {
  const reader = new TreeReader();
  const root = reader.read(contents, placeOf([], contents?.srcToken, false, false));
  return { root, anchors: reader.anchors, problems: reader.problems };
}

function placeOf(
  head: readonly Leaf[],
  token: CST.Token | null | undefined,
  inFlow: boolean,
  isKey: boolean,
): YamlPlace {
  const end = endOf(head.filter((leaf) => !isTrivia(leaf)));
  const span = spanOf(leavesOf(token)) ?? { start: end, end };
  return { head, token: token ?? undefined, span, inFlow, isKey };
}

class TreeReader {
  readonly anchors: YamlAnchor[] = [];
  readonly problems: YamlProblem[] = [];
  readonly #named = new Map<string, OpenAnchor>();

  /** `node`: as the parser composed it; `undefined` or null where nothing is written. */
  read(node: unknown, place: YamlPlace): YamlNode {
    if (isAlias(node)) return this.#alias(node.source, place);
    const name = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (name === undefined) return this.#value(node, place);
    const anchor: OpenAnchor = { users: [] };
    this.#named.set(name, anchor);
    anchor.node = this.#value(node, place);
    this.anchors.push({ name, node: anchor.node, users: anchor.users });
    return anchor.node;
  }

  #value(node: unknown, place: YamlPlace): YamlNode {
    const items = place.token !== undefined && 'items' in place.token ? place.token.items : [];
    const written = items.flatMap((item): Written[] => {
      const span = spanOf(leavesOfItem(item));
      return span === undefined ? [] : [{ item, span }];
    });
    const inFlow = place.inFlow || place.token?.type === 'flow-collection';
    if (isMap(node)) return this.#map(node.items, written, inFlow, place);
    if (isSeq(node)) return this.#list(node.items, written, inFlow, place);
    const data = scalarData(node);
    const length = typeof data === 'string' ? data.length : 0;
    return { kind: 'scalar', data, size: 1 + Math.floor(length / CHARACTERS), entries: [], place };
  }

  #map(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    written: readonly Written[],
    inFlow: boolean,
    place: YamlPlace,
  ): YamlNode {
    const names = new Set<string>();
    const entries = written.map(({ item, span }, at): YamlEntry => {
      const key = this.read(pairs[at]?.key, placeOf(item.start, item.key, inFlow, true));
      const name = nameOf(key);
      const { start, end } = key.place.span;
      if (names.has(name)) {
        const message = `The key "${name}" occurs twice.`;
        this.problems.push({ code: 'front-matter-duplicate-key', message, start, end });
      }
      if (FORBIDDEN.has(name)) {
        const message = 'This key is not allowed in front matter.';
        this.problems.push({ code: 'front-matter-forbidden-key', message, start, end });
      }
      names.add(name);
      const value = this.read(pairs[at]?.value, placeOf(item.sep ?? [], item.value, inFlow, false));
      return { name, key, value, item, span };
    });
    const data = toRecord(entries.map(({ name, value }) => [name, value.data]));
    return { kind: 'map', data, size: sizeOf(entries), entries, place };
  }

  #list(nodes: readonly unknown[], written: readonly Written[], inFlow: boolean, place: YamlPlace): YamlNode {
    const entries = written.map((each, at): YamlEntry => {
      const { item, span } = each;
      const node = nodes[at];
      // `[a: 1]`: a map without braces, which is the entry itself.
      const isBare = isMap(node) && node.srcToken === undefined;
      const value = isBare
        ? this.#map(node.items, [each], true, { head: [], token: undefined, span, inFlow, isKey: false })
        : this.read(node, placeOf(item.start, item.value, inFlow, false));
      return { name: '', key: undefined, value, item, span };
    });
    const data = Object.freeze(entries.map(({ value }) => value.data));
    return { kind: 'seq', data, size: sizeOf(entries), entries, place };
  }

  #alias(name: string, place: YamlPlace): YamlNode {
    const anchor = this.#named.get(name);
    const target = anchor?.node;
    const node: YamlNode = {
      kind: 'alias',
      data: target?.data ?? null,
      size: target?.size ?? 1,
      entries: [],
      place,
    };
    anchor?.users.push(node);
    if (target === undefined) {
      const message = anchor === undefined ? `There is no anchor "${name}".` : `"${name}" holds itself.`;
      this.#report('front-matter-syntax', message, place);
    } else if (node.size > MAX_VALUES) {
      this.#report('front-matter-too-complex', 'The aliases stand for too much.', place);
    }
    return node;
  }

  #report(code: YamlProblem['code'], message: string, { span }: YamlPlace): void {
    this.problems.push({ code, message, ...span });
  }
}

interface Written {
  readonly item: CST.CollectionItem;
  readonly span: Span;
}

function sizeOf(entries: readonly YamlEntry[]): number {
  return entries.reduce((sum, { key, value }) => sum + (key?.size ?? 0) + value.size, 1);
}

/** Numbers that JSON lacks become texts. */
function scalarData(node: unknown): Json {
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** The name of a key in JSON, which knows texts alone. */
function nameOf({ data, size }: YamlNode): string {
  if (typeof data === 'string') return data;
  return data === null || size > MAX_VALUES ? '' : writeValue(data);
}
