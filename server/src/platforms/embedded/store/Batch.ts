import type { Collection } from './Collection.js';
import type { Change } from './StoreDisk.js';

/** Changes that become durable together, then visible together. Reads meanwhile see the state before. */
export class Batch {
  readonly #changes = new Map<string, string | undefined>();
  readonly #effects: (() => void)[] = [];

  put<T extends { readonly id: string }>(collection: Collection<T>, record: T): void {
    this.putFile(collection.path(record.id), JSON.stringify(record));
    this.#effects.push(() => collection.apply(record.id, record));
  }

  remove<T extends { readonly id: string }>(collection: Collection<T>, id: string): void {
    this.removeFile(collection.path(id));
    this.#effects.push(() => collection.apply(id, undefined));
  }

  putFile(path: string, text: string): void {
    this.#changes.set(path, text);
  }

  /** Removes a file or a folder. */
  removeFile(path: string): void {
    this.#changes.set(path, undefined);
  }

  get changes(): readonly Change[] {
    return [...this.#changes].map(([path, text]) => ({ path, text }));
  }

  /** Makes the changes visible; call it once they are durable. */
  apply(): void {
    for (const effect of this.#effects) effect();
  }
}
