import type { Json } from '../../convert/tiptap.js';
import type { Base, BaseContent } from '../core/base.js';
import { emptyBase } from '../core/base.js';
import { segmentsToMove } from './compaction.js';
import { ContentSegments } from './ContentSegments.js';
import { readManifest, writeManifest } from './manifest.js';
import type { Manifest } from './manifest.js';
import { SealedFile } from './SealedFile.js';
import type { StatePorts } from './StatePorts.js';

const nothing: Manifest = { base: emptyBase, places: new Map(), sizes: new Map() };

/**
 * base.json and the segments in contents/. Segments are written first, the manifest last and in one step:
 * killed anywhere, the store holds the old base or the new one.
 */
export class BaseFile {
  readonly #file: SealedFile;
  readonly #segments: ContentSegments;
  /** What the last read or write saw; `readContent` answers from the same base. */
  #manifest: Manifest | undefined;

  constructor(directory: string, ports: StatePorts) {
    this.#file = new SealedFile(`${directory}/base.json`, ports);
    this.#segments = new ContentSegments(`${directory}/contents`, ports);
  }

  async load(): Promise<Base | undefined> {
    return (await this.#load())?.base;
  }

  async readContent(id: string): Promise<BaseContent | undefined> {
    const known = this.#manifest ?? (await this.#load());
    const record = await this.#record(known, id);
    if (record !== undefined || known === undefined) return decode(record);
    // Another process may have saved meanwhile and swept the segment away.
    return decode(await this.#record(await this.#load(), id));
  }

  async save(base: Base, contents: ReadonlyMap<string, BaseContent>): Promise<void> {
    const before = (await this.#load()) ?? nothing;
    const kept = new Map([...before.places].filter(([id]) => base.items.has(id) && !contents.has(id)));
    const moving = segmentsToMove(kept, before.sizes);
    const segments = this.#segments;
    async function* records(): AsyncGenerator<readonly [string, Uint8Array]> {
      for (const [id, content] of contents) if (base.items.has(id)) yield [id, encode(content)];
      for (const [id, place] of kept) {
        if (!moving.has(place.segment)) continue;
        const bytes = await segments.read(place);
        if (bytes !== undefined) yield [id, bytes];
      }
    }
    const written = await segments.write(records());
    const staying = [...kept].filter(([, place]) => !moving.has(place.segment));
    const manifest = {
      base: { commit: base.commit, items: new Map(base.items) },
      places: new Map([...staying, ...written.places]),
      sizes: new Map([...before.sizes, ...written.sizes]),
    };
    await this.#file.write(writeManifest(manifest));
    this.#manifest = manifest;
    // What the base before names stays one save longer, for readers that still hold it.
    await segments.sweep(new Set([...namesOf(before), ...namesOf(manifest)]));
  }

  async #load(): Promise<Manifest | undefined> {
    if (this.#manifest !== undefined && (await this.#file.isCurrent())) return this.#manifest;
    const value = await this.#file.read();
    this.#manifest = value === undefined ? undefined : readManifest(value);
    return this.#manifest;
  }

  async #record(manifest: Manifest | undefined, id: string): Promise<Uint8Array | undefined> {
    const place = manifest?.places.get(id);
    return place === undefined ? undefined : await this.#segments.read(place);
  }
}

function namesOf({ places }: Manifest): readonly string[] {
  return [...places.values()].map(({ segment }) => segment);
}

function encode({ text, platform }: BaseContent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([text, platform]));
}

function decode(record: Uint8Array | undefined): BaseContent | undefined {
  if (record === undefined) return undefined;
  const [text, platform] = JSON.parse(new TextDecoder().decode(record)) as readonly [string, Json];
  return { text, platform };
}
