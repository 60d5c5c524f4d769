import type { Json } from '../../convert/tiptap.js';
import type { JournalEntry } from '../StateStore.js';
import { SealedFile } from './SealedFile.js';
import type { StatePorts } from './StatePorts.js';

/**
 * journal/<n>.json: the entries of a run in the order of their writing. Entries that arrive while a file is
 * being written go into the next one together. A damaged file counts as not written: what it announced was
 * not begun, and what it called done is looked at again.
 */
export class JournalFiles {
  readonly #directory: string;
  readonly #ports: StatePorts;
  #next: number | undefined;
  #waiting: JournalEntry[] = [];
  #turn: Promise<void> = Promise.resolve();

  constructor(directory: string, ports: StatePorts) {
    this.#directory = `${directory}/journal`;
    this.#ports = ports;
  }

  /** Resolves when the entry is durable. */
  append(entry: JournalEntry): Promise<void> {
    this.#waiting.push(entry);
    return this.#inTurn(() => this.#flush());
  }

  async read(): Promise<readonly JournalEntry[]> {
    await this.#turn;
    const entries: JournalEntry[] = [];
    for (const { name } of await this.#ports.fileSystem.list(this.#directory)) {
      const value = await new SealedFile(`${this.#directory}/${name}`, this.#ports).read();
      if (value !== undefined) entries.push(...(value as object as readonly JournalEntry[]));
    }
    return entries;
  }

  clear(): Promise<void> {
    return this.#inTurn(async () => {
      this.#next = undefined;
      await this.#ports.fileSystem.remove(this.#directory);
    });
  }

  #inTurn(action: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(action);
    // A failure belongs to the caller whose write it was; the next ones go on.
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #flush(): Promise<void> {
    const entries = this.#waiting;
    if (entries.length === 0) return;
    this.#waiting = [];
    this.#next ??= await this.#lastNumber();
    this.#next += 1;
    const name = String(this.#next).padStart(8, '0');
    // Entries hold strings alone.
    const value = entries as object as Json;
    try {
      await new SealedFile(`${this.#directory}/${name}.json`, this.#ports).write(value);
    } catch (error) {
      // Each caller of these entries still waits for its own turn and tries again in it.
      this.#waiting = [...entries, ...this.#waiting];
      throw error;
    }
  }

  async #lastNumber(): Promise<number> {
    const names = (await this.#ports.fileSystem.list(this.#directory)).map(({ name }) =>
      Number.parseInt(name, 10),
    );
    return Math.max(0, ...names.filter((number) => Number.isSafeInteger(number)));
  }
}
