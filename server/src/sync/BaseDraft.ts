import type { Base, BaseContent, BaseItem } from './core/base.js';
import type { BaseContents } from './EngineContext.js';
import type { StateStore } from './StateStore.js';

/** The base that a run is about to leave behind; saved only after the writes that it speaks of. */
export class BaseDraft {
  #commit: string | null;
  readonly #items: Map<string, BaseItem>;
  readonly #contents = new Map<string, BaseContent>();
  #isChanged = false;

  constructor(base: Base) {
    this.#commit = base.commit;
    this.#items = new Map(base.items);
  }

  get(id: string): BaseItem | undefined {
    return this.#items.get(id);
  }

  items(): Iterable<BaseItem> {
    return this.#items.values();
  }

  /** `content` is given when it changed. */
  put(item: BaseItem, content?: BaseContent): void {
    const old = this.#items.get(item.id);
    if (content === undefined && old !== undefined && sameItem(old, item)) return;
    this.#items.set(item.id, item);
    if (content !== undefined) this.#contents.set(item.id, content);
    this.#isChanged = true;
  }

  remove(id: string): void {
    if (!this.#items.delete(id)) return;
    this.#contents.delete(id);
    this.#isChanged = true;
  }

  setCommit(commit: string | null): void {
    if (this.#commit === commit) return;
    this.#commit = commit;
    this.#isChanged = true;
  }

  toBase(): Base {
    return { commit: this.#commit, items: new Map(this.#items) };
  }

  /** Contents as they will be: the new ones first, then what the state holds. */
  contentsOver(stored: BaseContents): BaseContents {
    return { get: async (id) => this.#contents.get(id) ?? (await stored.get(id)) };
  }

  /** Writes nothing when nothing changed since the last save. */
  async save(state: StateStore): Promise<void> {
    if (!this.#isChanged) return;
    await state.saveBase(this.toBase(), new Map(this.#contents));
    this.#contents.clear();
    this.#isChanged = false;
  }
}

function sameItem(a: BaseItem, b: BaseItem): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(item: BaseItem): [string, unknown][] {
  return Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1));
}
