import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { indexPack, init, readObject } from 'isomorphic-git';

import { StateError } from '../errors/usageErrors.js';
import type { Oid } from './Remote.js';
import type { GitFileSystem } from './AtomicFs.js';
import type { GitObject, ObjectType } from './core/gitObject.js';
import { objectId } from './core/gitObject.js';
import type { PackFile } from './core/packFile.js';
import { sha1 } from './sha1.js';

/** What the cache holds cannot be read; it has to be thrown away and fetched again. */
export class DamagedCacheError extends Error {}

/** More packs than this make reading slow; one fetch makes one pack of them again. */
const maxPacks = 64;
const oidLength = 20;

/**
 * A bare repository on disk that holds objects seen before. It can be lost at any time: everything in it can be
 * fetched again. Packs are checked before they count, and objects whenever they are read.
 */
export class ObjectCache {
  readonly #folder: string;
  readonly #fs: GitFileSystem;
  #memory: object = {};
  #ready: Promise<void> | undefined;

  constructor(folder: string, fileSystem: GitFileSystem) {
    this.#folder = folder;
    this.#fs = fileSystem;
  }

  /** `undefined` when it is not held. */
  async read(oid: Oid): Promise<GitObject | undefined> {
    await this.#prepare();
    const gitdir = this.#folder;
    let found;
    try {
      // The typed readers parse trees and refuse the odd ones that are to be carried along.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      found = await readObject({ fs: this.#fs, gitdir, oid, format: 'content', cache: this.#memory });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'NotFoundError') return undefined;
      throw new DamagedCacheError(`Object ${oid} cannot be read.`, { cause: error });
    }
    const object = { type: found.type as ObjectType, content: found.object as Uint8Array };
    if (objectId(object, sha1) !== oid) throw new DamagedCacheError(`Object ${oid} holds something else.`);
    return object;
  }

  /** The commit that is held whole, to be told to the server as a starting point. */
  async tip(): Promise<Oid | undefined> {
    const text = (await this.#readText('refs/heads/cache'))?.trim();
    if (text === undefined || !/^[0-9a-f]{40}$/.test(text)) return undefined;
    return (await this.read(text)) === undefined ? undefined : text;
  }

  /** Commits whose parents are not held. */
  async shallow(): Promise<readonly Oid[]> {
    const text = (await this.#readText('shallow')) ?? '';
    return text.split('\n').filter((line) => /^[0-9a-f]{40}$/.test(line));
  }

  /** Takes in a pack that the server sent, with what it said about missing parents; `StateError`: the disk. */
  async addFetched(
    pack: Uint8Array,
    tip: Oid,
    boundary: { readonly shallow: readonly Oid[]; readonly unshallow: readonly Oid[] },
  ): Promise<void> {
    await this.#prepare();
    const id = packId(pack);
    const filepath = `objects/pack/pack-${id}.pack`;
    const [fs, dir, cache] = [this.#fs, this.#folder, this.#memory];
    await this.#onDisk(async () => {
      await fs.promises.writeFile(join(dir, filepath), pack);
      await indexPack({ fs, dir, gitdir: dir, filepath, cache });
      const shallow = new Set([...(await this.shallow()), ...boundary.shallow]);
      for (const oid of boundary.unshallow) shallow.delete(oid);
      await fs.promises.writeFile(join(dir, 'shallow'), [...shallow].map((oid) => `${oid}\n`).join(''));
      await this.#setTip(tip);
    });
  }

  /** Takes in a pack that was pushed. */
  async addPushed(pack: PackFile, tip: Oid): Promise<void> {
    await this.#prepare();
    const base = join(this.#folder, 'objects', 'pack', `pack-${pack.id}`);
    await this.#fs.promises.writeFile(`${base}.pack`, pack.pack);
    await this.#fs.promises.writeFile(`${base}.idx`, pack.index);
    await this.#setTip(tip);
  }

  /** Whether so many packs came together that a fresh fetch is cheaper than reading through them. */
  async isCluttered(): Promise<boolean> {
    await this.#prepare();
    const names = await this.#fs.promises.readdir(join(this.#folder, 'objects', 'pack')).catch(() => []);
    return names.filter((name) => name.endsWith('.idx')).length > maxPacks;
  }

  /** Throws everything away. */
  async reset(): Promise<void> {
    this.#memory = {};
    this.#ready = undefined;
    await this.#fs.promises.rm(this.#folder);
  }

  async #prepare(): Promise<void> {
    const [fs, dir] = [this.#fs, this.#folder];
    this.#ready ??= this.#onDisk(() => init({ fs, gitdir: dir, dir, bare: true, defaultBranch: 'cache' }));
    try {
      await this.#ready;
    } catch (error) {
      // The disk may have room the next time.
      this.#ready = undefined;
      throw error;
    }
  }

  /** A full or read-only disk is no fault of the server, and nothing that fetching again would mend. */
  async #onDisk<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
      throw new StateError(this.#folder, `writing failed (${String(error.code)}); nothing was changed`);
    }
  }

  async #setTip(oid: Oid): Promise<void> {
    await this.#fs.promises.writeFile(join(this.#folder, 'refs', 'heads', 'cache'), `${oid}\n`);
  }

  async #readText(name: string): Promise<string | undefined> {
    try {
      const bytes = await this.#fs.promises.readFile(join(this.#folder, ...name.split('/')));
      return Buffer.from(bytes).toString('utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw new DamagedCacheError(`"${name}" cannot be read.`, { cause: error });
    }
  }
}

function packId(pack: Uint8Array): string {
  const body = pack.subarray(0, -oidLength);
  const id = Buffer.from(pack.subarray(-oidLength)).toString('hex');
  const isPack =
    pack.byteLength >= 12 + oidLength && Buffer.from(pack.subarray(0, 4)).toString('latin1') === 'PACK';
  if (!isPack || createHash('sha1').update(body).digest('hex') !== id)
    throw new RangeError('The pack is damaged.');
  return id;
}
