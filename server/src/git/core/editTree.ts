import type { FileChange } from '../Remote.js';
import type { GitObject, Sha1 } from './gitObject.js';
import { objectId } from './gitObject.js';
import type { TreeEntry } from './treeEntries.js';
import { isTree, parseTree, serializeTree, treeEntry } from './treeEntries.js';

/** The root tree after the changes, and every object that the changes made, by id. */
export interface EditedTree {
  readonly root: string;
  readonly objects: ReadonlyMap<string, GitObject>;
}

/** A set of changes that no tree can hold: a path through a file, a file in place of a directory. */
export class ImpossibleChangeError extends Error {
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`"${path}" ${reason}`);
    this.path = path;
  }
}

interface Directory {
  readonly directories: Map<string, Directory>;
  /** New entry by name; `undefined` deletes it. */
  readonly files: Map<string, { readonly mode: string; readonly oid: string } | undefined>;
}

/**
 * Applies changes to a tree directory by directory. Directories that no change names keep their bytes, and so
 * do the other entries of those that are touched: odd modes, symlinks, submodules, names that are not UTF-8.
 * Deleting what is not there does nothing; a directory that loses its last entry goes away.
 */
export async function editTree(
  root: string | undefined,
  changes: readonly FileChange[],
  readTree: (oid: string) => Promise<Uint8Array>,
  sha1: Sha1,
): Promise<EditedTree> {
  const objects = new Map<string, GitObject>();
  const add = (object: GitObject): string => {
    const oid = objectId(object, sha1);
    objects.set(oid, object);
    return oid;
  };
  const wanted = arrange(changes, add);
  const entries = await editDirectory(root, wanted, '', readTree, add);
  const edited =
    typeof entries === 'string' ? entries : add({ type: 'tree', content: serializeTree(entries ?? []) });
  return { root: edited, objects };
}

function arrange(changes: readonly FileChange[], add: (object: GitObject) => string): Directory {
  const root: Directory = { directories: new Map(), files: new Map() };
  for (const change of changes) {
    const names = change.path.split('/');
    const name = names.pop() ?? '';
    if (![...names, name].every(isUsableName)) throw new ImpossibleChangeError(change.path, 'is not a path');
    let directory = root;
    for (const part of names) {
      const next = directory.directories.get(part) ?? { directories: new Map(), files: new Map() };
      directory.directories.set(part, next);
      directory = next;
    }
    const earlier = directory.files.get(name);
    if (change.op === 'delete') {
      if (earlier === undefined) directory.files.set(name, undefined);
      continue;
    }
    if (earlier !== undefined) throw new ImpossibleChangeError(change.path, 'is written twice');
    const oid = change.op === 'place' ? change.oid : add({ type: 'blob', content: change.bytes });
    directory.files.set(name, { mode: change.mode, oid });
  }
  return root;
}

function isUsableName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/^\.git$/i.test(name) && !name.includes('\0');
}

/** The edited entries; the id itself when nothing changed; `undefined` when nothing is left. */
async function editDirectory(
  oid: string | undefined,
  wanted: Directory,
  path: string,
  readTree: (oid: string) => Promise<Uint8Array>,
  add: (object: GitObject) => string,
): Promise<readonly TreeEntry[] | string | undefined> {
  const before = oid === undefined ? [] : parseTree(await readTree(oid));
  let entries = before;
  for (const [name, file] of wanted.files) {
    const old = entries.filter((entry) => entry.name === name && !isTree(entry));
    if (file === undefined ? old.length === 0 : old.length === 1 && isSame(old[0], file)) continue;
    entries = entries.filter((entry) => !old.includes(entry));
    if (file !== undefined) entries = [...entries, treeEntry(file.mode, name, file.oid)];
  }
  for (const [name, directory] of wanted.directories) {
    const old = entries.find((entry) => entry.name === name && isTree(entry));
    const edited = await editDirectory(old?.oid, directory, `${path}${name}/`, readTree, add);
    if (edited === old?.oid) continue;
    entries = entries.filter((entry) => entry !== old);
    if (edited === undefined || typeof edited === 'string') continue;
    const tree = add({ type: 'tree', content: serializeTree(edited) });
    entries = [...entries, treeEntry(old?.mode ?? '40000', name, tree)];
  }
  if (entries === before) return oid;
  refuseClashes(entries, wanted, path);
  return entries.length === 0 ? undefined : entries;
}

function isSame(
  entry: TreeEntry | undefined,
  file: { readonly mode: string; readonly oid: string },
): boolean {
  return entry?.oid === file.oid && entry.mode === file.mode;
}

function refuseClashes(entries: readonly TreeEntry[], wanted: Directory, path: string): void {
  const directories = new Set(entries.filter(isTree).map((entry) => entry.name));
  for (const entry of entries) {
    if (entry.name === undefined || isTree(entry) || !directories.has(entry.name)) continue;
    if (!wanted.files.has(entry.name) && !wanted.directories.has(entry.name)) continue;
    throw new ImpossibleChangeError(`${path}${entry.name}`, 'would be a file and a folder at once');
  }
}
