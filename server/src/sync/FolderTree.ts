import { folderItem } from './core/baseItem.js';
import { baseNameOf, collisionKey, directoryOf } from './core/names.js';
import type { BaseDraft } from './BaseDraft.js';
import type { EngineContext } from './EngineContext.js';

/** Finds the platform's folder of a directory, and makes the ones that are missing. */
export class FolderTree {
  readonly #context: EngineContext;
  readonly #draft: BaseDraft;
  readonly #mark: string;
  readonly #ids = new Map<string, string>();

  /** `mark` goes into the keys of what is made: another one makes anew what was made and deleted since. */
  constructor(context: EngineContext, draft: BaseDraft, folders: ReadonlyMap<string, string>, mark: string) {
    this.#context = context;
    this.#mark = mark;
    this.#draft = draft;
    for (const [id, path] of folders) this.#ids.set(collisionKey(path), id);
  }

  /** Id of the folder for `directory` (relative to the binding); `null` is the root. */
  async ensure(directory: string, signal: AbortSignal | undefined): Promise<string | null> {
    if (directory === '') return null;
    const key = collisionKey(directory);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const parentId = await this.ensure(directoryOf(directory), signal);
    const { platform, binding, hash } = this.#context;
    const title = baseNameOf(directory);
    const step = `folder\0${binding.name}\0${this.#mark}\0${directory}`;
    const idempotencyKey = hash.sha256(new TextEncoder().encode(step));
    const entry = await platform.create(
      binding.platform.subject,
      { kind: 'folder', title, parentId },
      { idempotencyKey, signal },
    );
    this.#ids.set(key, entry.id);
    this.#draft.put(folderItem(entry, directory));
    return entry.id;
  }
}
