import type { GitAction, ItemPlan, KeptCopy } from './itemPlan.js';
import { baseNameOf, collisionKey, directoryOf, joinPath, withIdSuffix } from './names.js';

/**
 * Gives each file that a plan would put where another one stands a path of its own. `occupied`: every path
 * that Git holds, items or not; a file is never in the way of the item it belongs to.
 */
export function avoidOccupiedPaths(items: readonly ItemPlan[], occupied: ReadonlySet<string>): ItemPlan[] {
  const freed = new Set(items.flatMap(({ toGit }) => leaves(toGit)));
  const taken = new TakenPaths();
  for (const path of occupied) if (!freed.has(path)) taken.add(path);
  return items
    .map((item) => withFreePath(item, taken))
    .map((item) => (item.copy === undefined ? item : withFreeCopy(item, item.copy, taken)));
}

/**
 * What is left of a plan when some of its items had to be taken out: without those that would now write
 * over the file of an item that was to leave its place. They come with the next run.
 */
export function withoutBlockedMoves(
  items: readonly ItemPlan[],
  occupied: ReadonlySet<string>,
): readonly ItemPlan[] {
  const freed = new Set(items.flatMap(({ toGit }) => leaves(toGit)));
  const isFree = ({ git, toGit }: ItemPlan): boolean =>
    toGit?.kind !== 'write' || toGit.path === git?.path || !occupied.has(toGit.path) || freed.has(toGit.path);
  const left = items.filter(isFree);
  // Each one that stays out keeps its own place, which others may have counted on.
  return left.length === items.length ? items : withoutBlockedMoves(left, occupied);
}

/** The path that an action leaves empty. */
function leaves(action: GitAction | undefined): readonly string[] {
  if (action?.kind === 'delete') return [action.path];
  return action?.from === undefined ? [] : [action.from];
}

function withFreePath(item: ItemPlan, taken: TakenPaths): ItemPlan {
  const { toGit } = item;
  if (toGit?.kind !== 'write') return item;
  const isNew = item.git === undefined || toGit.from !== undefined;
  const path = isNew ? taken.beside(toGit.path, item.key) : toGit.path;
  taken.add(path);
  if (path === toGit.path) return item;
  const lines = item.lines.map((one) =>
    one.side === 'git' && one.to === toGit.path ? { ...one, to: path } : one,
  );
  return { ...item, toGit: { ...toGit, path }, lines };
}

function withFreeCopy(item: ItemPlan, copy: KeptCopy, taken: TakenPaths): ItemPlan {
  const path =
    item.kind === 'app'
      ? joinPath(taken.beside(directoryOf(copy.path), item.key), baseNameOf(copy.path))
      : taken.beside(copy.path, item.key);
  taken.add(path);
  const lines = item.lines.map((one) => (one.to === copy.path ? { ...one, to: path } : one));
  return { ...item, copy: { ...copy, path }, lines };
}

/** Files, and the folders that they make, without regard to case and Unicode form. */
class TakenPaths {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  add(path: string): void {
    this.#files.add(collisionKey(path));
    for (let folder = directoryOf(path); folder !== ''; folder = directoryOf(folder)) {
      this.#folders.add(collisionKey(folder));
    }
  }

  /** The path itself, or the nearest one that is free: no file, no folder, and below no file. */
  beside(path: string, id: string): string {
    const directory = this.#folderBeside(directoryOf(path));
    const name = baseNameOf(path);
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
    let candidate = joinPath(directory, name);
    for (let other = withIdSuffix(stem, id); !this.#isFree(candidate); other += '_') {
      candidate = joinPath(directory, other + extension);
    }
    return candidate;
  }

  #isFree(path: string): boolean {
    const key = collisionKey(path);
    return !this.#files.has(key) && !this.#folders.has(key);
  }

  /** All that goes into a folder whose name a file has goes into the same other folder. */
  #folderBeside(directory: string): string {
    if (directory === '') return '';
    let candidate = joinPath(this.#folderBeside(directoryOf(directory)), baseNameOf(directory));
    while (this.#files.has(collisionKey(candidate))) candidate += '_';
    return candidate;
  }
}
