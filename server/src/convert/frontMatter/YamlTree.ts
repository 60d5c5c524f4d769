import type { CST } from 'yaml';
import type { Json } from '../tiptap.js';
import type { Leaf, Span } from './yamlTokens.js';

/** A key or a value of a YAML text: what it says, and where it is written. */
export interface YamlNode {
  readonly kind: 'map' | 'seq' | 'scalar' | 'alias';
  /** Frozen, without prototypes, aliases followed. */
  readonly data: Json;
  /** How many values `data` holds. */
  readonly size: number;
  readonly entries: readonly YamlEntry[];
  readonly place: YamlPlace;
}

/** Where a node is written. */
export interface YamlPlace {
  /** What stands before it: a colon or dash, anchor, tag, comments. Empty at the root. */
  readonly head: readonly Leaf[];
  /** `undefined`: nothing is written there, or a pair without braces in a list. */
  readonly token: CST.Token | undefined;
  /** From its first character to its last, without anchor and tag; empty where nothing is written. */
  readonly span: Span;
  /** Stands inside braces or brackets. */
  readonly inFlow: boolean;
  readonly isKey: boolean;
}

/** An entry of a map or of a list. */
export interface YamlEntry {
  /** The key as readers of JSON see it; empty in a list. */
  readonly name: string;
  readonly key: YamlNode | undefined;
  readonly value: YamlNode;
  readonly item: CST.CollectionItem;
  readonly span: Span;
}

/** An anchor and the aliases that refer to it; those are in the order of the source. */
export interface YamlAnchor {
  readonly name: string;
  readonly node: YamlNode;
  readonly users: readonly YamlNode[];
}

/** What YAML allows and front matter does not. Offsets are those of the YAML text. */
export interface YamlProblem {
  readonly code:
    | 'front-matter-syntax'
    | 'front-matter-too-complex'
    | 'front-matter-duplicate-key'
    | 'front-matter-forbidden-key';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface YamlTree {
  readonly root: YamlNode;
  readonly anchors: readonly YamlAnchor[];
  readonly problems: readonly YamlProblem[];
}
