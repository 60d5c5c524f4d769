import type { WorkspaceEntry } from '../../../server/src/protocol.js';

export interface EntryChange {
  readonly kind: 'created' | 'changed' | 'deleted';
  readonly path: string;
}

/** The listing of one binding by path, with the folders that only paths imply. */
export class EntryIndex {
  readonly entries: readonly WorkspaceEntry[];
  readonly #byPath = new Map<string, WorkspaceEntry>();
  readonly #children = new Map<string, Map<string, 'file' | 'folder'>>([['', new Map()]]);

  constructor(entries: readonly WorkspaceEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      this.#byPath.set(entry.path, entry);
      this.#add(entry.path, entry.kind === 'folder' ? 'folder' : 'file');
    }
  }

  get(path: string): WorkspaceEntry | undefined {
    return this.#byPath.get(path);
  }

  isFolder(path: string): boolean {
    return this.#children.has(path);
  }

  /** Names in a folder; `undefined` when there is no such folder. */
  children(path: string): ReadonlyMap<string, 'file' | 'folder'> | undefined {
    return this.#children.get(path);
  }

  /** What differs in the files and folders themselves; a new state against Git is no change of the file. */
  changesTo(next: EntryIndex): readonly EntryChange[] {
    const changes: EntryChange[] = [];
    for (const { path, kind, revision } of next.entries) {
      const before = this.get(path);
      if (before === undefined) changes.push({ kind: 'created', path });
      else if (kind !== 'folder' && before.revision !== revision) changes.push({ kind: 'changed', path });
    }
    for (const { path } of this.entries)
      if (next.get(path) === undefined) changes.push({ kind: 'deleted', path });
    return changes;
  }

  #add(path: string, kind: 'file' | 'folder'): void {
    if (kind === 'folder' && !this.#children.has(path)) this.#children.set(path, new Map());
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? '' : path.slice(0, slash);
    if (!this.#children.has(parent)) this.#add(parent, 'folder');
    this.#children.get(parent)?.set(path.slice(slash + 1), kind);
  }
}
