import type { FileSystem } from '../../../ports/FileSystem.js';
import { parseStoredJson } from './parseStoredJson.js';

/** All records of one kind: in memory for reading, on disk as one file each (see `Batch` for writing). */
export class Collection<T extends { readonly id: string }> {
  /** Folder under the store's directory. */
  readonly folder: string;
  readonly #records = new Map<string, T>();

  constructor(folder: string) {
    this.folder = folder;
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  values(): IterableIterator<T> {
    return this.#records.values();
  }

  filter(test: (record: T) => boolean): T[] {
    return [...this.#records.values()].filter(test);
  }

  find(test: (record: T) => boolean): T | undefined {
    for (const record of this.#records.values()) if (test(record)) return record;
    return undefined;
  }

  /** Path of a record's file under the store's directory. */
  path(id: string): string {
    return `${this.folder}/${id}.json`;
  }

  /** Takes over what a committed batch wrote; `undefined` removes. */
  apply(id: string, record: T | undefined): void {
    if (record === undefined) this.#records.delete(id);
    else this.#records.set(id, record);
  }

  async load(fs: FileSystem, directory: string): Promise<void> {
    for (const entry of await fs.list(`${directory}/${this.folder}`)) {
      if (entry.kind !== 'file' || !entry.name.endsWith('.json')) continue;
      const path = `${directory}/${this.folder}/${entry.name}`;
      const bytes = await fs.read(path);
      if (bytes === undefined) continue;
      const record = parseStoredJson(path, bytes) as T;
      this.#records.set(record.id, record);
    }
  }
}
