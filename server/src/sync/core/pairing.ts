import type { Base, BaseItem } from './base.js';
import { baseNameOf, collisionKey, directoryOf } from './names.js';
import type { GitState, PlatformState } from './sides.js';
import { SimilarTexts } from './similarity.js';

/** One item with what is known of it on each side; keyed by identity, never by path. */
export interface Pair {
  /** The platform's id, or `git:<path>` for what exists in Git alone. */
  readonly key: string;
  readonly base?: BaseItem;
  readonly platform?: PlatformState;
  readonly git?: GitState;
  /** Could match more than one on the other side: a question, never created unasked. */
  readonly ambiguous?: string;
}

export interface PairingInput {
  readonly base: Base;
  readonly platform: ReadonlyMap<string, PlatformState>;
  /** Ids that exist on the platform and take no part in this run. */
  readonly leftOut: ReadonlySet<string>;
  readonly git: ReadonlyMap<string, GitState>;
  /** Text of an item when both sides last agreed, where a renamed file has to be looked for. */
  readonly baseText: (id: string) => string | undefined;
}

/** A renamed file must share at least this part of its lines with the old one (git's own default is 50 %). */
const sameFile = 0.5;

/**
 * Brings the three sides together. Known items: unchanged path, stated id, path, equal blob, similar text.
 * First sync: stated id, exact path, title and folder, equal file (DESIGN section 4).
 */
export function pairUp(input: PairingInput): readonly Pair[] {
  const free = new Map(input.git);
  const files = findKnownFiles(input, free);
  const pairs: Pair[] = [];
  for (const [id, base] of input.base.items) {
    if (base.kind === 'folder' || input.leftOut.has(id)) continue;
    const platform = input.platform.get(id);
    const git = files.get(id);
    pairs.push({ key: id, base, ...(platform && { platform }), ...(git && { git }) });
  }
  pairs.push(...pairNewcomers(input, free));
  return pairs;
}

function findKnownFiles(input: PairingInput, free: Map<string, GitState>): Map<string, GitState> {
  const found = new Map<string, GitState>();
  const take = (id: string, file: GitState): void => {
    found.set(id, file);
    free.delete(file.path);
  };
  const known = [...input.base.items.values()].filter(
    (item) => item.kind !== 'folder' && item.retired !== true,
  );
  const missing = (): BaseItem[] => known.filter((item) => !found.has(item.id) && item.oid !== undefined);
  // Kept on the platform alone: only a file that says so itself, by id or place, is that item again.
  const renamed = (): BaseItem[] => missing().filter((item) => item.kept !== 'platform');

  for (const item of known) {
    const file = free.get(item.path);
    if (file?.kind === item.kind && file.oid === item.oid) take(item.id, file);
  }
  const byId = groupBy(free.values(), (file) => file.id);
  for (const item of missing()) {
    const stated = byId.get(item.metaKey ?? item.id) ?? byId.get(item.id);
    if (stated?.length === 1 && stated[0]?.kind === item.kind) take(item.id, stated[0]);
  }
  for (const item of missing()) {
    const file = free.get(item.path);
    const isAnothers = file?.id !== undefined && file.id !== item.id && found.has(file.id);
    if (file?.kind === item.kind && !isAnothers) take(item.id, file);
  }
  const byOid = groupBy(free.values(), (file) => file.oid);
  for (const item of renamed()) {
    const equal = (byOid.get(item.oid) ?? []).filter((file) => free.has(file.path));
    const file = equal.find((candidate) => baseNameOf(candidate.path) === baseNameOf(item.path)) ?? equal[0];
    if (file !== undefined) take(item.id, file);
  }
  const lost = free.size === 0 ? [] : renamed();
  const texts = new SimilarTexts(lost.length === 0 ? [] : textsOf(free.values()));
  for (const item of lost) {
    const text = input.baseText(item.id);
    const file = text === undefined ? undefined : mostSimilar(texts.similarities(text), item, free);
    if (file !== undefined) take(item.id, file);
  }
  return found;
}

function* textsOf(files: Iterable<GitState>): Iterable<readonly [string, string]> {
  for (const { path, text } of files) if (text !== undefined) yield [path, text];
}

/** Of equally similar files the last by path, so that the order of what is read does not count. */
function mostSimilar(
  similarities: ReadonlyMap<string, number>,
  item: BaseItem,
  files: ReadonlyMap<string, GitState>,
): GitState | undefined {
  let best: GitState | undefined;
  let score = sameFile;
  for (const [path, candidate] of similarities) {
    const file = files.get(path);
    if (file?.kind !== item.kind || (file.id !== undefined && file.id !== item.id)) continue;
    const isBetter = candidate > score || (candidate === score && path > (best?.path ?? ''));
    if (isBetter) [best, score] = [file, candidate];
  }
  return best;
}

function pairNewcomers(input: PairingInput, free: ReadonlyMap<string, GitState>): Pair[] {
  const items = [...input.platform.values()].filter(
    ({ entry: { id, kind } }) => kind !== 'folder' && !input.base.items.has(id) && !input.leftOut.has(id),
  );
  const openItems = new Map(items.map((state) => [state.entry.id, state]));
  const openFiles = new Map(free);
  const pairs: Pair[] = [];

  for (const rule of firstSyncRules) {
    const itemsByKey = groupBy(openItems.values(), rule.ofItem);
    for (const [key, files] of groupBy(openFiles.values(), rule.ofFile)) {
      const candidates = (itemsByKey.get(key) ?? []).filter((state) => openItems.has(state.entry.id));
      if (candidates.length === 0) continue;
      const [state] = candidates;
      const [git] = files;
      if (state === undefined || git === undefined) continue;
      // A copy carries the id of its original: the one in the item's place is the original.
      const inPlace = candidates.length === 1 ? files.find((file) => isInPlace(file, state)) : undefined;
      const match = candidates.length === 1 && files.length === 1 ? git : inPlace;
      if (match !== undefined) {
        pairs.push({ key: state.entry.id, platform: state, git: match });
        openItems.delete(state.entry.id);
        openFiles.delete(match.path);
        continue;
      }
      const ids = listed(candidates.map(({ entry }) => entry.id));
      const reason = `${rule.name} fits ${ids} on the platform and ${listed(files.map(({ path }) => path))} in Git`;
      pairs.push(
        ...candidates.map((one) => ({ key: one.entry.id, platform: one, ambiguous: reason })),
        ...files.map((one) => ({ key: `git:${one.path}`, git: one, ambiguous: reason })),
      );
      for (const one of candidates) openItems.delete(one.entry.id);
      for (const one of files) openFiles.delete(one.path);
    }
  }
  for (const state of openItems.values()) pairs.push({ key: state.entry.id, platform: state });
  for (const git of openFiles.values()) pairs.push({ key: `git:${git.path}`, git });
  return pairs;
}

interface FirstSyncRule {
  readonly name: string;
  readonly ofItem: (state: PlatformState) => string | undefined;
  readonly ofFile: (file: GitState) => string | undefined;
}

const firstSyncRules: readonly FirstSyncRule[] = [
  { name: 'the id', ofItem: (state) => state.entry.id, ofFile: (file) => file.id },
  {
    name: 'the path',
    ofItem: (state) => pathKey(state.path, state.entry.kind),
    ofFile: (file) => pathKey(file.path, file.kind),
  },
  {
    name: 'title and folder',
    ofItem: (state) => titleKey(state.path, state.entry.kind, state.entry.title),
    ofFile: (file) => (file.title === undefined ? undefined : titleKey(file.path, file.kind, file.title)),
  },
  { name: 'the content', ofItem: (state) => state.file?.oid, ofFile: (file) => file.oid },
];

/** The first few, and how many more there are. */
function listed(names: readonly string[]): string {
  const more = names.length > shownNames ? ` and ${names.length - shownNames} more` : '';
  return names.slice(0, shownNames).join(', ') + more;
}

const shownNames = 3;

function isInPlace(file: GitState, state: PlatformState): boolean {
  return pathKey(file.path, file.kind) === pathKey(state.path, state.entry.kind);
}

function pathKey(path: string, kind: string): string {
  return `${kind}:${collisionKey(path)}`;
}

function titleKey(path: string, kind: string, title: string): string {
  const folder = kind === 'app' ? '' : collisionKey(directoryOf(path));
  return `${kind}:${folder}:${title.normalize('NFC')}`;
}

function groupBy<T>(
  values: Iterable<T>,
  key: (value: T) => string | undefined,
): Map<string | undefined, T[]> {
  const groups = new Map<string | undefined, T[]>();
  for (const value of values) {
    const name = key(value);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}
