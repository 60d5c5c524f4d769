import type { Json } from '../../convert/tiptap.js';
import { StateError } from '../../errors/usageErrors.js';
import { seal, sealOf, stateVersion, unseal } from './seal.js';
import type { StatePorts } from './StatePorts.js';
import { writeState } from './writeState.js';

/** Turns the value of version n, found at index n, into that of version n + 1. Pure. */
export type Upgrade = (value: Json) => Json;

/**
 * One file of the state, replaced as a whole. Older versions are upgraded when they are read and copied to
 * `<path>.v<version>` before they are written over; newer ones are refused with `StateError`.
 */
export class SealedFile {
  readonly path: string;
  readonly #ports: StatePorts;
  readonly #version: number;
  readonly #upgrades: Readonly<Record<number, Upgrade>>;
  #backedUp = false;
  /** First line of the file as it was read or written last: version and checksum. */
  #seen: string | undefined;

  constructor(
    path: string,
    ports: StatePorts,
    schema: { readonly version: number; readonly upgrades: Readonly<Record<number, Upgrade>> } = {
      version: stateVersion,
      upgrades: {},
    },
  ) {
    this.path = path;
    this.#ports = ports;
    this.#version = schema.version;
    this.#upgrades = schema.upgrades;
  }

  /** Whether the file still is the one that was read or written last. */
  async isCurrent(): Promise<boolean> {
    if (this.#seen === undefined) return false;
    const bytes = await this.#ports.fileSystem.read(this.path);
    return bytes !== undefined && sealOf(bytes) === this.#seen;
  }

  /** `undefined`: not there, or damaged, which is logged. */
  async read(): Promise<Json | undefined> {
    const { fileSystem, hash, logger } = this.#ports;
    this.#seen = undefined;
    const bytes = await fileSystem.read(this.path);
    if (bytes === undefined) return undefined;
    const file = unseal(bytes, hash, this.#version);
    switch (file.kind) {
      case 'newer':
        throw this.#newer(file.version);
      case 'damaged':
        logger.warn(`State file ${this.path} is damaged; what it held is rebuilt.`);
        return undefined;
      case 'value':
        this.#seen = sealOf(bytes);
        return this.#upgrade(file.version, file.value);
    }
  }

  async write(value: Json): Promise<void> {
    await this.#backUp();
    this.#seen = undefined;
    const bytes = seal(value, this.#ports.hash, this.#version);
    await writeState(this.#ports.fileSystem, this.path, bytes);
    this.#seen = sealOf(bytes);
  }

  async #backUp(): Promise<void> {
    if (this.#backedUp) return;
    const { fileSystem, hash } = this.#ports;
    const bytes = await fileSystem.read(this.path);
    if (bytes !== undefined) {
      const file = unseal(bytes, hash, this.#version);
      if (file.kind === 'newer') throw this.#newer(file.version);
      if (file.kind === 'value' && file.version < this.#version) {
        await writeState(fileSystem, `${this.path}.v${file.version}`, bytes);
      }
    }
    this.#backedUp = true;
  }

  #upgrade(from: number, value: Json): Json {
    let upgraded = value;
    for (let version = from; version < this.#version; version += 1) {
      const step = this.#upgrades[version];
      if (step === undefined) throw new StateError(this.path, `version ${version} is no longer readable`);
      upgraded = step(upgraded);
    }
    return upgraded;
  }

  #newer(version: number): StateError {
    return new StateError(
      this.path,
      `it was written by a newer Docbridge (version ${version}, this one knows ${this.#version}); update this one`,
    );
  }
}
