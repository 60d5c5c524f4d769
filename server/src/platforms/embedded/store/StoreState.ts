import type { Clock } from '../../../ports/Clock.js';
import type { FileSystem } from '../../../ports/FileSystem.js';
import type { Hash } from '../../../ports/Hash.js';
import type { Random } from '../../../ports/Random.js';
import { StateError } from '../../../errors/usageErrors.js';
import { Batch } from './Batch.js';
import { Collection } from './Collection.js';
import { Identifiers } from './Identifiers.js';
import type {
  AppRecord,
  DocumentRecord,
  FolderRecord,
  ProjectRecord,
  TokenRecord,
  UserRecord,
} from './records.js';
import { parseStoredJson } from './parseStoredJson.js';
import { StoreDisk } from './StoreDisk.js';
import { StoreTime } from './StoreTime.js';

/** What a store is made of. `directory` is absolute; one process at a time may have it open. */
export interface StoreOptions {
  readonly directory: string;
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly random: Random;
  readonly hash: Hash;
}

const format = 1;

/** The records of a store, and the one way to change them: `write`. */
export class StoreState {
  readonly users = new Collection<UserRecord>('users');
  readonly tokens = new Collection<TokenRecord>('tokens');
  readonly projects = new Collection<ProjectRecord>('projects');
  readonly folders = new Collection<FolderRecord>('folders');
  readonly documents = new Collection<DocumentRecord>('documents');
  readonly apps = new Collection<AppRecord>('apps');
  readonly directory: string;
  readonly fs: FileSystem;
  readonly hash: Hash;
  readonly ids: Identifiers;
  readonly time: StoreTime;
  readonly #disk: StoreDisk;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: StoreOptions) {
    this.directory = options.directory;
    this.fs = options.fs;
    this.hash = options.hash;
    this.ids = new Identifiers(options.random);
    this.time = new StoreTime(options.clock);
    this.#disk = new StoreDisk(options.fs, options.directory);
  }

  /** Reads everything; finishes what a killed process left. Rejects with `StateError` for another format or a damaged file. */
  async load(): Promise<void> {
    await this.#checkFormat();
    await this.#disk.recover();
    const { users, tokens, projects, folders, documents, apps } = this;
    for (const collection of [users, tokens, projects, folders, documents, apps]) {
      await collection.load(this.fs, this.directory);
    }
    for (const collection of [projects, folders, documents]) {
      for (const { updatedAt } of collection.values()) this.time.startAfter(updatedAt);
    }
  }

  /** Runs `change` alone, then makes what it put into the batch durable and visible; all of it or nothing. */
  write<T>(change: (batch: Batch) => T | Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      const batch = new Batch();
      const result = await change(batch);
      await this.#disk.commit(batch.changes);
      batch.apply();
      return result;
    });
    // A failed write is its caller's business; the next one runs all the same.
    this.#queue = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** Resolves when every write that was asked for is done. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  async #checkFormat(): Promise<void> {
    const path = `${this.directory}/store.json`;
    const bytes = await this.fs.read(path);
    if (bytes === undefined) {
      await this.fs.write(path, new TextEncoder().encode(JSON.stringify({ format })));
      return;
    }
    const found = (parseStoredJson(path, bytes) as { readonly format?: unknown } | null)?.format;
    if (found !== format)
      throw new StateError(path, `its format is ${String(found)}, this version reads ${format}`);
  }
}
