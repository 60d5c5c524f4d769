import type { ConflictRecord } from '../runs.js';
import type { StatePorts } from './StatePorts.js';
import { writeState } from './writeState.js';

const safeName = /^[a-z0-9][a-z0-9-]{0,63}$/u;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** conflicts/<id>.json: one open conflict each, as plain JSON that a person can read. */
export class ConflictFiles {
  readonly #directory: string;
  readonly #ports: StatePorts;

  constructor(directory: string, ports: StatePorts) {
    this.#directory = `${directory}/conflicts`;
    this.#ports = ports;
  }

  /** Oldest first. A file that is not whole is left out and logged; the next run finds the conflict again. */
  async list(): Promise<readonly ConflictRecord[]> {
    const { fileSystem, logger } = this.#ports;
    const records: ConflictRecord[] = [];
    for (const { name, kind } of await fileSystem.list(this.#directory)) {
      if (kind !== 'file' || !name.endsWith('.json')) continue;
      const bytes = await fileSystem.read(`${this.#directory}/${name}`);
      if (bytes === undefined) continue;
      const record = parse(bytes);
      if (record === undefined) logger.warn(`State file ${this.#directory}/${name} is damaged and left out.`);
      else records.push(record);
    }
    return records.sort((a, b) => order(a.detected_at, b.detected_at) || order(a.id, b.id));
  }

  async put(record: ConflictRecord): Promise<void> {
    const text = `${JSON.stringify(record, null, 2)}\n`;
    await writeState(this.#ports.fileSystem, this.#path(record.id), new TextEncoder().encode(text));
  }

  async remove(id: string): Promise<void> {
    await this.#ports.fileSystem.remove(this.#path(id));
  }

  #path(id: string): string {
    const safe = safeName.test(id) && !reserved.test(id);
    const name = safe ? id : `x_${this.#ports.hash.sha256(new TextEncoder().encode(id)).slice(0, 32)}`;
    return `${this.#directory}/${name}.json`;
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A JSON object that was cut anywhere is no JSON any more. */
function parse(bytes: Uint8Array): ConflictRecord | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const whole = typeof value === 'object' && value !== null && 'id' in value && 'item' in value;
    return whole ? (value as ConflictRecord) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
