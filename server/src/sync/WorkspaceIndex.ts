import type { PlatformEntry } from '../platforms/Platform.js';
import type { Base, BaseItem } from './core/base.js';
import { layout } from './core/layout.js';
import { collisionKey, directoryOf, joinPath } from './core/names.js';
import type { EngineContext } from './EngineContext.js';
import type { KeptNames } from './KeptNames.js';
import { layoutOptions } from './readPlatform.js';
import type { ItemState, WorkspaceEntry } from './Workspace.js';

/** What Git holds, as far as it was looked at: blob id by path. */
export type KnownFiles = ReadonlyMap<string, string>;

/** One listing of the platform, laid out as files. */
export class WorkspaceIndex {
  readonly entries: readonly WorkspaceEntry[];
  readonly #byPath = new Map<string, WorkspaceEntry>();
  readonly #platform: ReadonlyMap<string, PlatformEntry>;

  constructor(
    context: Pick<EngineContext, 'binding' | 'base' | 'platform'>,
    listed: readonly PlatformEntry[],
    files: KnownFiles | undefined,
    conflicts: ReadonlySet<string>,
    keptNames: KeptNames,
  ) {
    const { places } = layout(listed, context.base, layoutOptions(context));
    const taken = new Set([...places.values()].map(({ path }) => collisionKey(path)));
    this.#platform = new Map(listed.map((entry) => [entry.id, entry]));
    const entries: WorkspaceEntry[] = [];
    for (const entry of listed) {
      const place = places.get(entry.id);
      if (place === undefined) continue;
      const canUpdate =
        entry.kind === 'folder' || context.platform.capabilities[entry.kind]?.updateInPlace === true;
      const name = keptNames.nameOf(entry);
      const kept = name === undefined ? place.path : joinPath(directoryOf(place.path), name);
      const path = taken.has(collisionKey(kept)) ? place.path : kept;
      taken.add(collisionKey(path));
      entries.push({
        path,
        kind: entry.kind,
        id: entry.id,
        title: entry.title,
        order: entry.order,
        revision: entry.revision,
        modified: entry.updatedAt === undefined ? 0 : timeOf(entry.updatedAt),
        state: conflicts.has(entry.id) ? 'conflict' : stateOf(entry, context.base, files),
        readOnly: !canUpdate,
      });
    }
    this.entries = entries;
    for (const entry of entries) this.#byPath.set(collisionKey(entry.path), entry);
  }

  at(path: string): WorkspaceEntry | undefined {
    return this.#byPath.get(collisionKey(path));
  }

  /** Counts what is left out of the workspace too, such as private documents. */
  hasChildren(id: string): boolean {
    for (const entry of this.#platform.values()) if (entry.parentId === id) return true;
    return false;
  }

  platformEntry(id: string): PlatformEntry | undefined {
    return this.#platform.get(id);
  }
}

function stateOf(entry: PlatformEntry, base: Base, files: KnownFiles | undefined): ItemState {
  const item = base.items.get(entry.id);
  if (item === undefined) return entry.kind === 'folder' ? 'unknown' : 'not-in-git';
  if (entry.kind === 'folder') return 'in-sync';
  const onPlatform = item.revision !== entry.revision;
  const inGit = files !== undefined && changedInGit(item, files);
  if (onPlatform && inGit) return 'both-changed';
  if (onPlatform) return 'platform-changed';
  return inGit ? 'git-changed' : 'in-sync';
}

function changedInGit(item: BaseItem, files: KnownFiles): boolean {
  return item.oid !== undefined && files.get(item.path) !== item.oid;
}

/** Milliseconds; a time without zone is UTC, as the platforms mean it. */
function timeOf(text: string): number {
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? 0 : time;
}
