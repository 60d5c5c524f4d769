import type { WorkspaceEntry } from '../../../server/src/protocol.js';

/** A node of the tree below one binding. */
export interface TreeItemModel {
  readonly kind: 'folder' | 'document' | 'app' | 'file';
  readonly label: string;
  readonly path: string;
  readonly entry: WorkspaceEntry | undefined;
  readonly children: readonly TreeItemModel[];
}

/**
 * The items of a binding as a person knows them: titles in the platform's order. Derived files (meta.json)
 * are left out, and an app stands where its folder would.
 */
export function treeModel(entries: readonly WorkspaceEntry[]): readonly TreeItemModel[] {
  const shown = entries.filter(({ kind, id }) => kind !== 'file' || id !== undefined);
  const byPath = new Map(shown.map((entry) => [entry.path, entry]));
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  const add = (path: string): void => {
    const parent = parentOf(path);
    const siblings = folders.get(parent);
    if (siblings === undefined) {
      folders.set(parent, new Set([path]));
      add(parent);
    } else {
      siblings.add(path);
    }
  };
  for (const { path, kind } of shown) {
    add(path);
    if (kind === 'folder' && !folders.has(path)) folders.set(path, new Set());
  }
  return childrenOf('');

  function childrenOf(folder: string): readonly TreeItemModel[] {
    return [...(folders.get(folder) ?? [])].flatMap(nodeOf).sort(byOrder);
  }

  function nodeOf(path: string): readonly TreeItemModel[] {
    const entry = byPath.get(path);
    if (!folders.has(path)) {
      const kind = entry?.kind ?? 'file';
      return [{ kind, label: entry?.title ?? nameOf(path), path, entry, children: [] }];
    }
    const children = childrenOf(path);
    // The folder of an app is only there for its files.
    if (entry === undefined && children.length > 0 && children.every(({ kind }) => kind === 'app'))
      return children;
    return [{ kind: 'folder', label: entry?.title ?? nameOf(path), path, entry, children }];
  }
}

function byOrder(a: TreeItemModel, b: TreeItemModel): number {
  const [first, second] = [a.entry?.order ?? Infinity, b.entry?.order ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  // Equal positions stay in the order of the listing.
  return first === Infinity ? a.label.localeCompare(b.label) : 0;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
