import { folderItem } from './core/baseItem.js';
import { baseNameOf, collisionKey, directoryOf } from './core/names.js';
import type { BaseDraft } from './BaseDraft.js';
import type { EngineContext } from './EngineContext.js';

/** Finds the platform's folder of a directory, and makes the ones that are missing. */
export class FolderTree {
  readonly #context: EngineContext;
  readonly #draft: BaseDraft;
  readonly #ids = new Map<string, string>();

  constructor(context: EngineContext, draft: BaseDraft, folders: ReadonlyMap<string, string>) {
    this.#context = context;
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
    const idempotencyKey = hash.sha256(new TextEncoder().encode(`folder\0${binding.name}\0${directory}`));
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
