import type { FileSystem } from '../../../ports/FileSystem.js';
import { parseStoredJson } from './parseStoredJson.js';

/** One file written, or, without `text`, removed. `path` is relative to the store's directory. */
export interface Change {
  readonly path: string;
  readonly text: string | undefined;
}

const encoder = new TextEncoder();

/**
 * Makes several file changes one durable step: the list is first written to a journal, which is finished at
 * the next opening when the process ends in between. A single change needs none, for files are replaced whole.
 */
export class StoreDisk {
  readonly #fs: FileSystem;
  readonly #directory: string;
  /** The journal is durable, but not all its changes could be made yet (disk full, for one). */
  #unfinished = false;

  constructor(fs: FileSystem, directory: string) {
    this.#fs = fs;
    this.#directory = directory;
  }

  /** Resolves when the changes are durable; when it rejects, none of them ever happens. */
  async commit(changes: readonly Change[]): Promise<void> {
    if (this.#unfinished) await this.recover();
    const [first] = changes;
    if (first === undefined) return;
    if (changes.length === 1) return this.#make(first);
    await this.#fs.write(this.#journal, encoder.encode(JSON.stringify(changes)));
    try {
      await this.recover();
    } catch {
      // The journal is the commit; the next one, or the next opening, finishes the files.
      this.#unfinished = true;
    }
  }

  /** Finishes a commit that was cut short. */
  async recover(): Promise<void> {
    const bytes = await this.#fs.read(this.#journal);
    if (bytes !== undefined) {
      const changes = parseStoredJson(this.#journal, bytes) as readonly Change[];
      for (const change of changes) await this.#make(change);
      await this.#fs.remove(this.#journal);
    }
    this.#unfinished = false;
  }

  get #journal(): string {
    return `${this.#directory}/journal.json`;
  }

  #make({ path, text }: Change): Promise<void> {
    const target = `${this.#directory}/${path}`;
    return text === undefined ? this.#fs.remove(target) : this.#fs.write(target, encoder.encode(text));
  }
}
