import type { Binding } from '../../config/Configuration.js';
import type { Base, BaseContent } from '../core/base.js';
import type { ConflictRecord, Run } from '../runs.js';
import type { JournalEntry, StateStore } from '../StateStore.js';
import { BaseFile } from './BaseFile.js';
import { BindingLock } from './BindingLock.js';
import { bindingIdentity, stateFolderName } from './bindingIdentity.js';
import { ConflictFiles } from './ConflictFiles.js';
import { HistoryFile } from './HistoryFile.js';
import { JournalFiles } from './JournalFiles.js';
import type { StatePorts } from './StatePorts.js';
import { writeState } from './writeState.js';

/**
 * One binding's state in a folder of its own below `root`: binding.json (whose state it is), base.json with
 * contents/, journal/, history.json, conflicts/, lock/ and cache/. Shared by all processes of one user.
 */
export class FileStateStore implements StateStore {
  readonly directory: string;
  readonly cacheDirectory: string;
  readonly #identity: string;
  readonly #ports: StatePorts;
  readonly #base: BaseFile;
  readonly #conflicts: ConflictFiles;
  readonly #history: HistoryFile;
  readonly #journal: JournalFiles;
  readonly #lock: BindingLock;

  constructor(root: string, binding: Binding, ports: StatePorts) {
    const identity = bindingIdentity(binding);
    this.directory = `${root}/${stateFolderName(identity, ports.hash)}`;
    this.cacheDirectory = `${this.directory}/cache`;
    this.#identity = `${JSON.stringify(identity, null, 2)}\n`;
    this.#ports = ports;
    this.#base = new BaseFile(this.directory, ports);
    this.#conflicts = new ConflictFiles(this.directory, ports);
    this.#history = new HistoryFile(this.directory, ports);
    this.#journal = new JournalFiles(this.directory, ports);
    this.#lock = new BindingLock(this.directory, binding.name, ports);
  }

  loadBase(): Promise<Base | undefined> {
    return this.#base.load();
  }

  saveBase(base: Base, contents: ReadonlyMap<string, BaseContent>): Promise<void> {
    return this.#base.save(base, contents);
  }

  readContent(id: string): Promise<BaseContent | undefined> {
    return this.#base.readContent(id);
  }

  conflicts(): Promise<readonly ConflictRecord[]> {
    return this.#conflicts.list();
  }

  putConflict(record: ConflictRecord): Promise<void> {
    return this.#conflicts.put(record);
  }

  removeConflict(id: string): Promise<void> {
    return this.#conflicts.remove(id);
  }

  putRun(run: Run): Promise<void> {
    return this.#history.put(run);
  }

  runs(limit: number): Promise<readonly Run[]> {
    return this.#history.list(limit);
  }

  appendJournal(entry: JournalEntry): Promise<void> {
    return this.#journal.append(entry);
  }

  journal(): Promise<readonly JournalEntry[]> {
    return this.#journal.read();
  }

  clearJournal(): Promise<void> {
    return this.#journal.clear();
  }

  async lock(): Promise<{ release(): Promise<void> }> {
    const lock = await this.#lock.take();
    try {
      await this.#writeIdentity();
    } catch (error) {
      await lock.release();
      throw error;
    }
    return lock;
  }

  /** For people who look into the state; nothing reads it. */
  async #writeIdentity(): Promise<void> {
    const path = `${this.directory}/binding.json`;
    if ((await this.#ports.fileSystem.read(path)) !== undefined) return;
    await writeState(this.#ports.fileSystem, path, new TextEncoder().encode(this.#identity));
  }
}
