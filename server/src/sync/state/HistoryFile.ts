import type { Json } from '../../convert/tiptap.js';
import type { Run } from '../runs.js';
import { SealedFile } from './SealedFile.js';
import type { StatePorts } from './StatePorts.js';

/** How many runs are remembered. */
export const historyLimit = 1000;

/** history.json: past runs, newest first. */
export class HistoryFile {
  readonly #file: SealedFile;

  constructor(directory: string, ports: StatePorts) {
    this.#file = new SealedFile(`${directory}/history.json`, ports);
  }

  async list(limit: number): Promise<readonly Run[]> {
    const value = await this.#file.read();
    return value === undefined ? [] : (value as object as readonly Run[]).slice(0, limit);
  }

  /** Adds the run in front, or replaces the one with the same `run_id` where it stands. */
  async put(run: Run): Promise<void> {
    const runs = await this.list(historyLimit);
    const known = runs.some(({ run_id }) => run_id === run.run_id);
    const next = known
      ? runs.map((each) => (each.run_id === run.run_id ? run : each))
      : [run, ...runs].slice(0, historyLimit);
    // Runs are plain JSON.
    await this.#file.write(next as object as Json);
  }
}
