import * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { Server } from '../connection/Server.js';
import { Lifetime } from '../ui/Lifetime.js';
import { EntryIndex, type EntryChange } from './EntryIndex.js';

export interface CatalogChange {
  readonly binding: string;
  readonly changes: readonly EntryChange[];
}

/** The listings of the bindings: one source for the file system, the tree and the decorations. */
export class ItemCatalog extends Lifetime {
  readonly #server: Server;
  readonly #changed = this.own(new vscode.EventEmitter<CatalogChange>());
  readonly #indexes = new Map<string, EntryIndex>();
  /** Which question each listing answered. */
  readonly #heldSince = new Map<string, number>();
  #asked = 0;
  readonly #loading = new Map<string, Promise<EntryIndex>>();

  /** Fires after every new listing, also when only states differ (then without changes). */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, bindings: BindingRegistry) {
    super();
    this.#server = server;
    this.own(server.onItemsChanged(({ binding }) => void this.#reload(binding)));
    this.own(
      bindings.onDidChange(() => {
        for (const name of [...this.#indexes.keys()])
          if (bindings.find(name) === undefined) this.#indexes.delete(name);
      }),
    );
  }

  /** The listing, from memory when there is one. Rejects with `ServerFailure`. */
  get(binding: string): Promise<EntryIndex> {
    const held = this.#indexes.get(binding);
    return held === undefined ? this.load(binding, {}) : Promise.resolve(held);
  }

  /** What is in memory. */
  peek(binding: string): EntryIndex | undefined {
    return this.#indexes.get(binding);
  }

  /** Asks the server; with `refresh` it asks the platform. The same question is not asked twice at once. */
  load(binding: string, { refresh = false }: { readonly refresh?: boolean }): Promise<EntryIndex> {
    const key = `${binding} ${String(refresh)}`;
    const running = this.#loading.get(key);
    if (running !== undefined) return running;
    const loading = this.#list(binding, refresh).finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  /** After an own write: what is being loaded may be older, so it is loaded anew. */
  async reload(binding: string): Promise<void> {
    await this.#list(binding, false);
  }

  async #list(binding: string, refresh: boolean): Promise<EntryIndex> {
    const asked = (this.#asked += 1);
    const { entries } = await this.#server.request('list', { binding, refresh });
    const before = this.#indexes.get(binding);
    // What was asked later knows more, also when it was answered first.
    if (before !== undefined && asked < (this.#heldSince.get(binding) ?? 0)) return before;
    const index = new EntryIndex(entries);
    this.#heldSince.set(binding, asked);
    this.#indexes.set(binding, index);
    this.#changed.fire({ binding, changes: before?.changesTo(index) ?? [] });
    return index;
  }

  async #reload(binding: string): Promise<void> {
    try {
      await this.#list(binding, false);
    } catch {
      // The next use asks again and reports what is wrong.
      this.#indexes.delete(binding);
    }
  }
}
