import picomatch from 'picomatch';
import { appFilePath } from '../../apps/appPath.js';
import type { PlatformEntry } from '../../platforms/Platform.js';
import type { Base, BaseItem } from './base.js';
import { isSetAside } from './replacedApps.js';
import { collisionKey, directoryOf, fileNameOf, joinPath, withIdSuffix } from './names.js';

export type LeftOutReason = 'private' | 'excluded' | 'empty-folder' | 'replaced';

export interface LayoutOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly private: boolean;
  readonly appFileName: '{version}' | '{app}';
}

/** Where one item stands in the file tree. */
export interface Place {
  /** Relative to the binding's directory. For apps the path of the JSON file, for folders the directory. */
  readonly path: string;
  /** What the projection alone would give; another `path` was chosen by a person. */
  readonly projected: string;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly leftOut: ReadonlyMap<string, LeftOutReason>;
}

/**
 * The file tree of a subject: a path for every item that is not left out. A path is given once and then
 * kept; a rename or move on the platform changes it only while it still is the projected one (DESIGN
 * section 4). `entries`: parents before children.
 */
export function layout(entries: readonly PlatformEntry[], base: Base, options: LayoutOptions): Layout {
  const places = new Map<string, Place>();
  const leftOut = new Map<string, LeftOutReason>();
  const taken = new Map<string, string>();
  const kept = entries.filter((entry) => {
    if (entry.kind === 'app' && isSetAside(entry.title)) {
      const known = base.items.get(entry.id);
      // One that the base still counts on was set aside by a run that died: its file is imported anew.
      if (known === undefined || known.retired === true) leftOut.set(entry.id, 'replaced');
      return false;
    }
    const hidden =
      (entry.private && !options.private) ||
      (entry.parentId !== null && leftOut.get(entry.parentId) === 'private');
    if (hidden) leftOut.set(entry.id, 'private');
    return !hidden;
  });

  for (const level of levels(kept)) {
    // Items that keep their path claim it before newcomers look for one.
    const movers: PlatformEntry[] = [];
    for (const entry of level) {
      const old = base.items.get(entry.id);
      const parent = parentPath(entry, places);
      if (old !== undefined && staysPut(entry, old, parent) && claim(taken, old.path, entry)) {
        places.set(entry.id, { path: old.path, projected: old.projected });
      } else {
        movers.push(entry);
      }
    }
    for (const entry of movers) {
      const projected = freePath(entry, parentPath(entry, places), options, taken);
      const old = base.items.get(entry.id);
      const chosen = old !== undefined && old.path !== old.projected && claim(taken, old.path, entry);
      if (!chosen) claim(taken, projected, entry);
      places.set(entry.id, { path: chosen ? old.path : projected, projected });
    }
  }
  return leaveOut(kept, places, leftOut, options);
}

/** `true` when a path of the projection passes `include` and `exclude`. */
export function pathFilter(options: Pick<LayoutOptions, 'include' | 'exclude'>): (path: string) => boolean {
  const included = options.include.length === 0 ? () => true : picomatch([...options.include], { dot: true });
  const excluded =
    options.exclude.length === 0 ? () => false : picomatch([...options.exclude], { dot: true });
  return (path) => included(path) && !excluded(path);
}

function leaveOut(
  entries: readonly PlatformEntry[],
  places: Map<string, Place>,
  leftOut: Map<string, LeftOutReason>,
  options: LayoutOptions,
): Layout {
  const passes = pathFilter(options);
  const parents = new Map(entries.map((entry) => [entry.id, entry.parentId]));
  const inhabited = new Set<string>();
  for (const entry of entries) {
    const place = places.get(entry.id);
    if (place === undefined || entry.kind === 'folder') continue;
    if (!passes(place.path)) {
      places.delete(entry.id);
      leftOut.set(entry.id, 'excluded');
    } else {
      let folder = entry.parentId;
      while (folder !== null && !inhabited.has(folder)) {
        inhabited.add(folder);
        folder = parents.get(folder) ?? null;
      }
    }
  }
  // Folders keep their places (new documents go there), the empty ones are reported.
  for (const entry of entries) {
    if (entry.kind === 'folder' && !inhabited.has(entry.id)) leftOut.set(entry.id, 'empty-folder');
  }
  return { places, leftOut };
}

/** Entries by depth: apps first, since ToolJet reads its folders at the root by their exact name. */
function levels(entries: readonly PlatformEntry[]): PlatformEntry[][] {
  const depths = new Map<string, number>();
  const result: PlatformEntry[][] = [];
  for (const entry of entries) {
    const above = entry.parentId === null ? undefined : depths.get(entry.parentId);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(entry.id, depth);
    (result[depth] ??= []).push(entry);
  }
  for (const level of result) level.sort(compareEntries);
  return result;
}

function compareEntries(a: PlatformEntry, b: PlatformEntry): number {
  const rank = { app: 0, folder: 1, document: 2 } as const;
  return (
    rank[a.kind] - rank[b.kind] ||
    (a.order ?? Infinity) - (b.order ?? Infinity) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function parentPath(entry: PlatformEntry, places: ReadonlyMap<string, Place>): string {
  if (entry.kind === 'app' || entry.parentId === null) return '';
  // Where pages are folders, the children of `name.md` live in `name/`.
  return (places.get(entry.parentId)?.path ?? '').replace(/\.md$/u, '');
}

function staysPut(entry: PlatformEntry, old: BaseItem, parent: string): boolean {
  if (entry.kind === 'app') return entry.title === old.title && entry.version?.name === old.version?.name;
  if (entry.title !== old.title || entry.parentId !== old.parentId) return false;
  return old.path !== old.projected || directoryOf(old.path) === parent;
}

function freePath(
  entry: PlatformEntry,
  parent: string,
  options: LayoutOptions,
  taken: ReadonlyMap<string, string>,
): string {
  const name = fileNameOf(entry.title);
  const free = (candidate: string): boolean => {
    const owner = taken.get(collisionKey(claimedPart(candidate, entry)));
    return owner === undefined || owner === entry.id;
  };
  const plain = pathFor(entry, parent, name, options);
  if (free(plain)) return plain;
  for (let attempt = withIdSuffix(name, entry.id); ; attempt += '_') {
    const path = pathFor(entry, parent, attempt, options);
    if (free(path)) return path;
  }
}

function pathFor(entry: PlatformEntry, parent: string, name: string, options: LayoutOptions): string {
  switch (entry.kind) {
    case 'folder':
      return joinPath(parent, name);
    case 'document':
      return joinPath(parent, `${name}.md`);
    case 'app': {
      // ToolJet finds an app by its exact name, so its rules for names hold here.
      const folder = name === fileNameOf(entry.title) ? entry.title : name;
      return appFilePath(folder, entry.version?.name ?? 'v1', options.appFileName);
    }
  }
}

/** An app owns its whole folder, so that is what must be unique. */
function claimedPart(path: string, entry: Pick<PlatformEntry, 'kind'>): string {
  return entry.kind === 'app' ? directoryOf(path) : path;
}

function claim(taken: Map<string, string>, path: string, entry: PlatformEntry): boolean {
  const key = collisionKey(claimedPart(path, entry));
  const owner = taken.get(key);
  if (owner !== undefined && owner !== entry.id) return false;
  taken.set(key, entry.id);
  return true;
}
