import type { StatePorts } from './StatePorts.js';
import { writeState } from './writeState.js';

/** Where the content of one item lies. */
export interface ContentPlace {
  /** Name of the segment: the hex SHA-256 of its bytes, so that a torn one is noticed. */
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
}

/** Where each record went, and the bytes of each new segment. */
export interface WrittenContents {
  readonly places: ReadonlyMap<string, ContentPlace>;
  readonly sizes: ReadonlyMap<string, number>;
}

/** Bytes of a full segment; the last one of a save may be smaller. */
export const segmentSize = 4 * 1024 * 1024;
const cachedSegments = 4;

/**
 * Immutable files that each hold the contents of many items, one after the other. A save adds segments and
 * never touches old ones, so the manifest that names them decides alone what is valid.
 */
export class ContentSegments {
  readonly #directory: string;
  readonly #ports: StatePorts;
  readonly #cache = new Map<string, Uint8Array>();

  constructor(directory: string, ports: StatePorts) {
    this.#directory = directory;
    this.#ports = ports;
  }

  /** The record's bytes; `undefined` when its segment is gone or damaged. */
  async read(place: ContentPlace): Promise<Uint8Array | undefined> {
    const bytes = await this.#segment(place.segment);
    return bytes?.subarray(place.offset, place.offset + place.length);
  }

  /** Writes records in order. */
  async write(
    records: Iterable<readonly [string, Uint8Array]> | AsyncIterable<readonly [string, Uint8Array]>,
  ): Promise<WrittenContents> {
    const places = new Map<string, ContentPlace>();
    const sizes = new Map<string, number>();
    let waiting: (readonly [string, Uint8Array])[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (waiting.length === 0) return;
      const bytes = new Uint8Array(size);
      const segment = this.#fill(bytes, waiting, places);
      sizes.set(segment, size);
      await writeState(this.#ports.fileSystem, this.#path(segment), bytes);
      waiting = [];
      size = 0;
    };
    for await (const record of records) {
      waiting.push(record);
      size += record[1].length;
      if (size >= segmentSize) await flush();
    }
    await flush();
    return { places, sizes };
  }

  /** Removes every segment that is not in `live`. */
  async sweep(live: ReadonlySet<string>): Promise<void> {
    for (const { name } of await this.#ports.fileSystem.list(this.#directory)) {
      if (live.has(name)) continue;
      this.#cache.delete(name);
      await this.#ports.fileSystem.remove(this.#path(name));
    }
  }

  #fill(
    bytes: Uint8Array,
    records: readonly (readonly [string, Uint8Array])[],
    places: Map<string, ContentPlace>,
  ): string {
    let offset = 0;
    for (const [, record] of records) {
      bytes.set(record, offset);
      offset += record.length;
    }
    const segment = this.#ports.hash.sha256(bytes);
    offset = 0;
    for (const [id, record] of records) {
      places.set(id, { segment, offset, length: record.length });
      offset += record.length;
    }
    return segment;
  }

  async #segment(name: string): Promise<Uint8Array | undefined> {
    const cached = this.#cache.get(name);
    if (cached !== undefined) return cached;
    const bytes = await this.#ports.fileSystem.read(this.#path(name));
    if (bytes === undefined) return undefined;
    if (this.#ports.hash.sha256(bytes) !== name) {
      this.#ports.logger.warn(`State file ${this.#path(name)} is damaged; what it held is rebuilt.`);
      return undefined;
    }
    this.#cache.set(name, bytes);
    const [oldest] = this.#cache.keys();
    if (this.#cache.size > cachedSegments && oldest !== undefined) this.#cache.delete(oldest);
    return bytes;
  }

  #path(name: string): string {
    return `${this.#directory}/${name}`;
  }
}
