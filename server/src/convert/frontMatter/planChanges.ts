import type { Json } from '../tiptap.js';
import { isList, isRecord, sameJson, type JsonRecord } from './jsonValue.js';
import { matchLists } from './matchLists.js';
import type { YamlEntry, YamlNode } from './YamlTree.js';

/** A node that gets another value; with an anchor when others come to refer to it. */
export interface NewValue {
  readonly data: Json;
  readonly anchor?: string;
}

/** What has to be done to a map or list: entries that go, and those that come. */
export interface NewEntries {
  readonly removed: ReadonlySet<YamlEntry>;
  readonly added: readonly AddedEntry[];
}

export interface AddedEntry {
  /** Empty in a list. */
  readonly name: string;
  readonly data: Json;
  /** The entry that it follows, or comes before. */
  readonly beside: YamlEntry;
  readonly isBefore: boolean;
}

/** What has to be done to a tree so that it says something else. */
export interface Plan {
  readonly values: Map<YamlNode, NewValue>;
  readonly collections: Map<YamlNode, NewEntries>;
  /** Nodes that say something else afterwards: those above, and all that hold them. */
  readonly altered: Set<YamlNode>;
  /** Nodes that are no longer written afterwards. */
  readonly gone: Set<YamlNode>;
}

/** The fewest changes that make a map say `wanted`. */
export function planChanges(root: YamlNode, wanted: JsonRecord): Plan {
  const plan: Plan = { values: new Map(), collections: new Map(), altered: new Set(), gone: new Set() };
  // A block map at the root may become empty; braces are written anew.
  const isBlock = root.place.token?.type === 'block-map';
  if (isBlock || canBecome(root, wanted)) planMap(root, wanted, plan);
  else plan.values.set(root, { data: wanted });
  return plan;
}

function planNode(node: YamlNode, wanted: Json, plan: Plan): void {
  if (sameJson(node.data, wanted)) return;
  plan.altered.add(node);
  if (node.kind === 'map' && isRecord(wanted) && canBecome(node, wanted)) {
    planMap(node, wanted, plan);
  } else if (node.kind === 'seq' && isList(wanted) && node.entries.length > 0 && wanted.length > 0) {
    planList(node, wanted, plan);
  } else {
    node.entries.forEach((entry) => {
      leave(entry, plan);
    });
    plan.values.set(node, { data: wanted });
  }
}

/** A map that keeps none of its keys is written anew; one without braces in a list takes no other key. */
function canBecome(node: YamlNode, wanted: JsonRecord): boolean {
  const kept = node.entries.filter(({ name }) => Object.hasOwn(wanted, name));
  if (node.place.token !== undefined) return kept.length > 0;
  return kept.length === node.entries.length && kept.length === Object.keys(wanted).length;
}

function planMap(node: YamlNode, wanted: JsonRecord, plan: Plan): void {
  const removed = new Set<YamlEntry>();
  for (const entry of node.entries) {
    const data = wanted[entry.name];
    if (data === undefined) {
      removed.add(entry);
      leave(entry, plan);
    } else {
      planNode(entry.value, data, plan);
    }
  }
  const names = new Set(node.entries.map(({ name }) => name));
  const stay = node.entries.filter((entry) => !removed.has(entry));
  const last = (stay.length > 0 ? stay : node.entries).slice(-1);
  const added = Object.entries(wanted)
    .filter(([name]) => !names.has(name))
    .flatMap(([name, data]) => last.map((beside) => ({ name, data, beside, isBefore: false })));
  plan.collections.set(node, { removed, added });
}

function planList(node: YamlNode, wanted: readonly Json[], plan: Plan): void {
  const removed = new Set<YamlEntry>();
  const added: AddedEntry[] = [];
  const heads: Json[] = [];
  let beside: YamlEntry | undefined;
  matchLists(node.entries, wanted, {
    keep: (entry, data) => {
      planNode(entry.value, data, plan);
      added.push(...heads.splice(0).map((head) => ({ name: '', data: head, beside: entry, isBefore: true })));
      beside = entry;
    },
    drop: (entry) => {
      removed.add(entry);
      leave(entry, plan);
    },
    add: (data) => {
      if (beside === undefined) heads.push(data);
      else added.push({ name: '', data, beside, isBefore: false });
    },
  });
  plan.collections.set(node, { removed, added });
}

function leave({ key, value }: YamlEntry, plan: Plan): void {
  for (const node of key === undefined ? [value] : [key, value]) {
    plan.gone.add(node);
    node.entries.forEach((entry) => {
      leave(entry, plan);
    });
  }
}
